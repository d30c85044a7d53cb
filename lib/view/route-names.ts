import { modelsOf, planOf } from "@/lib/scenario/plan";
import type { Scenario } from "@/lib/scenario/schema";
import type { CatalogRecords } from "./catalog-records";

/** A router's legs by their place in the plan: "1: Llama 3.1 8B on NVIDIA L40S", without the model where all have one. */
export function routeNames(
  scenario: Scenario,
  records: Pick<CatalogRecords, "models" | "accelerators">,
): string[] {
  const { custom } = scenario;
  const one = modelsOf(scenario).length === 1;
  return scenario.options.map(({ accelerator }, index) => {
    const { model } = planOf(scenario, index).workload;
    const chip = custom?.accelerators?.[accelerator] ?? records.accelerators[accelerator];
    const served = custom?.models?.[model] ?? records.models[model];
    const on = chip?.name ?? accelerator;
    return `${index + 1}: ${one ? on : `${served?.name ?? model} on ${on}`}`;
  });
}
