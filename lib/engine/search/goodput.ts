import { applyLoad, type Settled } from "../bind";
import { batchCapacity } from "../formulas/memory";
import { outputRate, tpot, ttft } from "../formulas/serving";
import { isOffline, withTraffic } from "../load";
import { besideSearch } from "../quantities";
import { settle } from "./steady-state";

/** The largest load of a replica that keeps the goals. */
export interface Goodput {
  /** Requests in flight per replica; zero when even one alone misses a goal. */
  readonly batch: number;
  /** Output tokens per second of all replicas at that load. */
  readonly outputRate: number;
}

const WANTED = besideSearch([ttft, tpot, outputRate, batchCapacity]);

/**
 * Finds the largest number of requests in flight whose TTFT and TPOT keep the scenario's goals, by bisection: both
 * grow with the load. Undefined when no goal is set.
 */
export function goodputOf({ image: settledImage, ...plan }: Settled): Goodput | undefined {
  const { load } = plan;
  const goals = load.plan.goals;
  const { ttft: ttftGoal = Number.POSITIVE_INFINITY, tpot: tpotGoal = Number.POSITIVE_INFINITY } = goals;
  if (!Number.isFinite(Math.min(ttftGoal, tpotGoal)) || isOffline(load)) return undefined;
  // Its own image, so that the plan stays at the load it is settled for.
  const image = settledImage.copy(WANTED);
  const keeps = (batch: number): boolean => {
    settle(applyLoad({ ...plan, image }, withTraffic(load, { batch })));
    return image.value(ttft) <= ttftGoal && image.value(tpot) <= tpotGoal;
  };
  if (!keeps(1)) return { batch: 0, outputRate: 0 };
  let good = 1;
  let bad = Math.max(1, image.value(batchCapacity)) + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (keeps(middle)) good = middle;
    else bad = middle;
  }
  keeps(good);
  return { batch: good, outputRate: image.value(outputRate) };
}
