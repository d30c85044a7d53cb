import { customId } from "@/lib/catalog/custom-id";
import type { Model } from "@/lib/catalog/schema";
import type { CustomAccelerator } from "./custom";
import { MAX_CUSTOM } from "./limits";
import { cleanTexts } from "./name";
import { applyOptionPatch } from "./patch";
import { isReleasedQuantised, releasedFormat } from "./plan";
import type { Scenario } from "./schema";

/** What a checkpoint that is published quantised is served in: there is none to make other formats of. */
function asReleased(model: Model): Partial<Scenario["serving"]> {
  if (!isReleasedQuantised(model)) return {};
  const { cacheAsReleased } = model;
  return { weights: releasedFormat(model), ...(cacheAsReleased ? { kvCache: cacheAsReleased } : {}) };
}

/** The scenario with a model of one's own, which it then serves as it is stored. One of the same id is replaced. */
export function planWithCustomModel(scenario: Scenario, model: Model): Scenario {
  const models = withRoomFor(model.id, scenario.custom?.models, modelsInUse(scenario));
  models[model.id] = cleanTexts(model);
  return {
    ...scenario,
    custom: { ...scenario.custom, models },
    workload: { ...scenario.workload, model: model.id },
    serving: { ...scenario.serving, ...asReleased(model) },
  };
}

/** The scenario with an accelerator of one's own, on which the option at `index` then runs. */
export function planWithCustomAccelerator(
  scenario: Scenario,
  index: number,
  record: CustomAccelerator,
): Scenario {
  const id = customId(record.name);
  const used = scenario.options.map(({ accelerator }) => accelerator).filter((_, other) => other !== index);
  const accelerators = withRoomFor(id, scenario.custom?.accelerators, used);
  accelerators[id] = record;
  const kept = { ...scenario, custom: { ...scenario.custom, accelerators } };
  return applyOptionPatch(kept, index, { accelerator: id, pricePerHour: undefined, offer: undefined });
}

/** Models that stay needed when another is served. */
const modelsInUse = ({ serving }: Scenario) => (serving.draftModel ? [serving.draftModel] : []);

/**
 * The records without the oldest that nothing uses, as many as another under `id` needs room. A plan beyond the limit
 * could be neither saved nor opened from its link.
 */
function withRoomFor<T>(id: string, records: Readonly<Record<string, T>> = {}, used: readonly string[]) {
  const others = Object.keys(records).filter((other) => other !== id);
  const unused = others.filter((other) => !used.includes(other));
  const dropped = new Set(unused.slice(0, Math.max(0, others.length + 1 - MAX_CUSTOM)));
  return Object.fromEntries(Object.entries(records).filter(([other]) => !dropped.has(other)));
}
