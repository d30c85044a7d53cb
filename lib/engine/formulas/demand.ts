import { formula } from "@/lib/formula";
import { dataParallel, daysPerWeek, knobs, replicas, secondsPerDay } from "../inputs";
import { inputTokens } from "./lengths";
import { requestLatency, requestRate } from "./serving";

const {
  askedRate,
  askedRequests,
  askedTokens,
  askedUsers,
  burstiness,
  busyDays,
  busyTime,
  outputTokens,
  peakToMean,
  thinkTime,
} = knobs;

/** How much is asked of the whole service, whichever way a person says it: what is not said is zero. */

/** Each user is either served or thinking: the interactive response time law (Lazowska and others 1984, §3.5). */
export const userRequests = formula("1/s", "Requests that users make in a second", {
  source: "lazowska-1984",
})`${askedUsers} / (${thinkTime} + ${requestLatency})`;

export const dailyRequests = formula(
  "1",
  "Requests of a day in use",
)`${askedRequests} + ${askedTokens} / (${inputTokens} + ${outputTokens})`;

export const peakDemand = formula(
  "1/s",
  "Requests per second in the busiest hour",
)`${userRequests} + ${askedRate} + ${dailyRequests} * ${peakToMean} / ${busyTime}`;

export const meanDemand = formula(
  "1/s",
  "Requests per second on average while requests come",
)`${peakDemand} / ${peakToMean}`;

export const busyShare = formula(
  "1",
  "Share of the week in which requests come",
)`${busyTime} / ${secondsPerDay} * ${busyDays} / ${daysPerWeek}`;

export const usedShare = formula(
  "1",
  "Share of what the replicas serve at this load that is asked for in a week",
)`min(1, ${meanDemand} / ${requestRate}) * ${busyShare}`;

/** Requests that a router deals out by chance come more evenly mixed to each: Whitt 1983 on splitting a stream. */
export const replicaBurstiness = formula("1", "Burstiness of the requests that one attention rank sees", {
  source: "whitt-1983",
})`(1 + (${burstiness} ^ 2 - 1) / (${replicas} * ${dataParallel})) ^ 0.5`;
