import type { Quantity } from "@/lib/formula";
import type { Scenario } from "@/lib/scenario";
import { bindPlan, loadOf } from "../bind";
import type { Lookup } from "../deployment";
import { neededBytes } from "../formulas/memory";
import * as q from "../inputs";
import { quantities } from "../quantities";
import { resolve } from "../resolve";
import { termsOf } from "../terms";
import { Refusal } from "../verdict";
import { draftingOf } from "./draft";
import { applyLoad, settle } from "./steady-state";

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
    const terms = termsOf(scenario, index, lookup);
    const deployment = resolve(scenario, index, lookup);
    const plan = bindPlan(deployment, terms);
    const base = loadOf(scenario, draftingOf(scenario, deployment, terms, lookup));
    const { image } = plan;
    return loads.map(({ inputTokens, outputTokens, batch }) => {
      const load = { ...base, inputTokens, outputTokens, concurrency: batch };
      applyLoad(plan, load);
      if (image.value(neededBytes) > image.value(q.memoryFraction) * image.value(q.memoryCapacity))
        return null;
      settle(plan, load);
      return wanted.map((quantity: Quantity) => image.value(quantity));
    });
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}
