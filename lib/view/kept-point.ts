import type { Estimate, OptionEstimate } from "@/lib/engine";
import { goalIds, isAsked, meanFigure, statisticOf } from "./goals";

/**
 * What it is judged by whether a load keeps the goals: the mean where goals are for means; the load that a simulation
 * found to keep them; or the mean under a goal for a percentile, which is kinder than that goal; or the answer of the
 * option that the point becomes when it is taken.
 */
export type KeptBasis = "mean" | "simulated" | "kinder" | "taken";

/** Times of an option at one load, s, and its requests per second of all replicas. */
export type LoadTimes = { ttft: number; tpot: number; requestLatency: number; rate: number };

/** By judgement: what a search for the largest good load leaves, as a fraction of it. */
const FOUND_WITHIN = 0.01;

/** Whether an option keeps the plan's goals at other loads than its own, and by what that is judged. */
export function keptAt(
  { scenario }: Pick<Estimate, "scenario">,
  { operation }: OptionEstimate,
): { basis: KeptBasis; keeps: (times: LoadTimes) => boolean } {
  const set = goalIds.filter((goal) => scenario.goals[goal] !== undefined);
  const byMeans = (times: LoadTimes) =>
    set.every((goal) => times[meanFigure[goal]] <= (scenario.goals[goal] ?? Number.POSITIVE_INFINITY));
  if (!operation?.percentiles || !isAsked(scenario)) {
    const atMeans = set.every((goal) => statisticOf(scenario, goal) === "mean");
    return { basis: atMeans ? "mean" : "kinder", keeps: byMeans };
  }
  const { goodRate, rate, replicas, missing } = operation;
  const most = goodRate * (1 + FOUND_WITHIN);
  // A goal that even the lightest load misses does not hold the load down, so that it is missed below the good load too.
  const never = rate <= most && missing.some(({ of }) => of !== "rate");
  return { basis: "simulated", keeps: (times) => !never && times.rate / replicas <= most };
}
