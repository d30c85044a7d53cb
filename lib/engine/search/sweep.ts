import type { Scenario } from "@/lib/scenario";
import { planOf } from "@/lib/scenario/plan";
import { applyLoad } from "../bind";
import type { Lookup } from "../deployment";
import { fits, load } from "../feasibility";
import { type QuantityId, quantityOf } from "../figures";
import { withTraffic } from "../load";
import { partFor } from "../quantities";
import { isRefused, type Result } from "../verdict";
import { settle } from "./steady-state";

/** A load to try in place of the plan's: tokens of prompt and answer, requests in flight per replica. */
export interface SweepLoad {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly batch: number;
}

/**
 * Solves one option under many loads, laying it out once. Returns one row of `ids` per load in base units, or null for
 * a load that memory cannot start; for an option that cannot run at all the reason.
 */
export function sweep(
  scenario: Scenario,
  index: number,
  lookup: Lookup,
  loads: readonly SweepLoad[],
  ids: readonly QuantityId[],
): Result<(number[] | null)[]> {
  const wanted = ids.map(quantityOf);
  const bound = load(planOf(scenario, index), lookup, undefined, partFor(wanted));
  if (isRefused(bound)) return bound;
  const { image } = bound;
  return loads.map((traffic) => {
    const loaded = applyLoad(bound, withTraffic(bound.load, traffic));
    if (!fits(loaded)) return null;
    settle(loaded);
    return wanted.map((quantity) => image.value(quantity));
  });
}
