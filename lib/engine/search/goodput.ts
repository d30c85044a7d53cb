import type { Scenario } from "@/lib/scenario";
import type { Load, Plan } from "../bind";
import { batchCapacity } from "../formulas/memory";
import { outputRate, tpot, ttft } from "../formulas/serving";
import { applyLoad, settle } from "./steady-state";

/** The largest load of a replica that keeps the goals. */
export interface Goodput {
  /** Requests in flight per replica; zero when even one alone misses a goal. */
  readonly batch: number;
  /** Output tokens per second of all replicas at that load. */
  readonly outputRate: number;
}

/**
 * Finds the largest number of requests in flight whose TTFT and TPOT keep the scenario's goals, by bisection: both
 * grow with the load. Undefined when no goal is set. The plan is left at that load.
 */
export function goodputOf(plan: Plan, load: Load, { serving }: Scenario): Goodput | undefined {
  const { ttftGoal = Number.POSITIVE_INFINITY, tpotGoal = Number.POSITIVE_INFINITY } = serving;
  if (!Number.isFinite(Math.min(ttftGoal, tpotGoal)) || load.batching === "offline") return undefined;
  const { image } = plan;
  const keeps = (batch: number): boolean => {
    const tried = { ...load, concurrency: batch };
    applyLoad(plan, tried);
    settle(plan, tried);
    return image.value(ttft) <= ttftGoal && image.value(tpot) <= tpotGoal;
  };
  let good = 0;
  let bad = Math.max(1, image.value(batchCapacity)) + 1;
  if (!keeps(1)) return { batch: 0, outputRate: 0 };
  good = 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (keeps(middle)) good = middle;
    else bad = middle;
  }
  keeps(good);
  return { batch: good, outputRate: image.value(outputRate) };
}
