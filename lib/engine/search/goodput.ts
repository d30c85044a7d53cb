import { applyLoad, type Settled } from "../bind";
import { batchCapacity } from "../formulas/memory";
import { outputRate, requestLatency, tpot, ttft } from "../formulas/serving";
import { isOffline, withTraffic } from "../load";
import { besideSearch } from "../quantities";
import { asksPercentiles, goalsOf } from "./goals";
import { settle } from "./steady-state";

/** The largest load of a replica that keeps the goals. */
export interface Goodput {
  /** Requests in flight per replica; zero when even one alone misses a goal. */
  readonly batch: number;
  /** Output tokens per second of all replicas at that load. */
  readonly outputRate: number;
}

const MEANS = { ttft, tpot, answer: requestLatency };
const WANTED = besideSearch([...Object.values(MEANS), outputRate, batchCapacity]);

/**
 * Finds the largest number of requests in flight whose mean times keep the scenario's goals, by bisection: all grow with
 * the load. Undefined when no goal is set, and where one is for a percentile.
 */
export function goodputOf({ image: settledImage, ...plan }: Settled): Goodput | undefined {
  const { load } = plan;
  const set = goalsOf(load.plan);
  // What keeps a percentile only a simulation tells: the mean would allow too much.
  if (set.length === 0 || asksPercentiles(load.plan) || isOffline(load)) return undefined;
  // Its own image, so that the plan stays at the load it is settled for.
  const image = settledImage.copy(WANTED);
  const keeps = (batch: number): boolean => {
    settle(applyLoad({ ...plan, image }, withTraffic(load, { batch })));
    return set.every(({ of, most }) => image.value(MEANS[of]) <= most);
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
