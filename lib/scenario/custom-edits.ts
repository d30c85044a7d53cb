import { customId } from "@/lib/catalog/custom-id";
import type { Model } from "@/lib/catalog/schema";
import type { CustomAccelerator } from "./custom";
import { applyOptionPatch } from "./patch";
import type { Scenario } from "./schema";

/** The scenario with a model of one's own, which it then serves. One of the same id is replaced. */
export function planWithCustomModel(scenario: Scenario, model: Model): Scenario {
  const models = { ...scenario.custom?.models, [model.id]: model };
  return {
    ...scenario,
    custom: { ...scenario.custom, models },
    workload: { ...scenario.workload, model: model.id },
  };
}

/** The scenario with an accelerator of one's own, on which the option at `index` then runs. */
export function planWithCustomAccelerator(
  scenario: Scenario,
  index: number,
  record: CustomAccelerator,
): Scenario {
  const id = customId(record.name);
  const accelerators = { ...scenario.custom?.accelerators, [id]: record };
  const kept = { ...scenario, custom: { ...scenario.custom, accelerators } };
  return applyOptionPatch(kept, index, { accelerator: id, pricePerHour: undefined });
}
