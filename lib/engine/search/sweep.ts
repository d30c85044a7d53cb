import type { Quantity } from "@/lib/formula";
import type { Scenario } from "@/lib/scenario";
import { planOf } from "@/lib/scenario/plan";
import { applyLoad, bind } from "../bind";
import type { Lookup } from "../deployment";
import { neededBytes } from "../formulas/memory";
import * as q from "../inputs";
import { withTraffic } from "../load";
import { quantities } from "../quantities";
import { resolve } from "../resolve";
import { Refusal } from "../verdict";
import { draftingOf } from "./draft";
import { settle } from "./steady-state";

/** A load to try in place of the scenario's: tokens of prompt and answer, requests in flight per replica. */
export interface SweepLoad {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly batch: number;
}

/**
 * Solves one option under many loads, laying the plan out once. Returns one row of `ids` per load in base units, or
 * null for a load that memory cannot start; no rows at all for an option that cannot run. Throws for an unknown id.
 */
export function sweep(
  scenario: Scenario,
  index: number,
  lookup: Lookup,
  loads: readonly SweepLoad[],
  ids: readonly string[],
): (number[] | null)[] {
  const wanted = ids.map((id) => {
    const found = quantities.get(id);
    if (!found) throw new Error(`there is no quantity "${id}"`);
    return found;
  });
  try {
    const plan = planOf(scenario, index);
    const deployment = resolve(plan, lookup);
    const bound = bind(deployment);
    const base = { plan, drafting: draftingOf(deployment, lookup) };
    const { image } = bound;
    return loads.map((traffic) => {
      const loaded = applyLoad(bound, withTraffic(base, traffic));
      if (image.value(neededBytes) > image.value(q.memoryFraction) * image.value(q.memoryCapacity))
        return null;
      settle(loaded);
      return wanted.map((quantity: Quantity) => image.value(quantity));
    });
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}
