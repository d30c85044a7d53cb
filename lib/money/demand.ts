import type { Estimate } from "@/lib/engine";
import { parseUnit } from "@/lib/units";

/** What a month asks of every option alike, and where that comes from. */
export interface BaseDemand {
  readonly requests: number;
  readonly basis: string;
}

const DAY = parseUnit("day").factor;
const HOUR = parseUnit("h").factor;
const MONTH = parseUnit("month").factor;
/** By definition. */
const WEEK = 7;

/**
 * The requests of a month by the plan's traffic, or, where a batch fixes the load, those that the option at `baseline`
 * serves: the others are asked for as many. Undefined where no option says how many that are.
 */
export function baseDemand({ scenario, options }: Estimate, baseline: number): BaseDemand | undefined {
  const {
    load,
    requestsPerDay,
    tokensPerDay,
    requestRate,
    users,
    thinkTime,
    peakToMean,
    hoursPerDay,
    daysPerWeek,
  } = scenario.traffic;
  const { inputTokens, outputTokens } = scenario.workload;
  const days = (MONTH / DAY) * (daysPerWeek / WEEK);
  // In the hours in use, of the busiest hour's rate.
  const ofRate = (rate: number) => (rate / peakToMean) * hoursPerDay * HOUR * days;
  const order = [baseline, ...options.keys()];
  const latency = order
    .map((index) => options[index]?.figures.requestLatency)
    .find((each) => each !== undefined);
  const served = order
    .map((index) => options[index]?.figures.monthlyRequests)
    .find((each) => each !== undefined);
  switch (load) {
    case "requests":
      return { requests: requestsPerDay * days, basis: "the plan's requests a day" };
    case "tokens":
      return {
        requests: (tokensPerDay / (inputTokens + outputTokens)) * days,
        basis: "the plan's tokens a day",
      };
    case "rate":
      return { requests: ofRate(requestRate), basis: "the plan's request rate" };
    case "users":
      // Each asks again once the answer is there and thought over.
      return latency === undefined
        ? undefined
        : { requests: ofRate(users / (thinkTime + latency)), basis: "the plan's users" };
    case "batch":
      return served === undefined
        ? undefined
        : { requests: served, basis: "what the first option serves at its batch" };
  }
}
