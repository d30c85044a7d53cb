import { modelsOf, planOf } from "@/lib/scenario/plan";
import type { Scenario } from "@/lib/scenario/schema";
import type { Part } from "@/lib/scenario/topology";
import type { CatalogRecords } from "../catalog-records";

/** Gives the name of a record's id. */
type NameOf = (id: string) => string;

/**
 * What may serve a part, the options by their place in the plan, "1: Llama 3.1 8B on NVIDIA L40S", without the model
 * where all have one; then its APIs.
 */
export function serverNames(scenario: Scenario, nameOf: NameOf): { options: string[]; apis: string[] } {
  const one = modelsOf(scenario).length === 1;
  return {
    options: scenario.options.map(({ accelerator }, index) => {
      const { model } = planOf(scenario, index).workload;
      const on = nameOf(accelerator);
      return `${index + 1}: ${one ? on : `${nameOf(model)} on ${on}`}`;
    }),
    apis: (scenario.apis ?? []).map(({ provider, name }) => `${provider} API (${name})`),
  };
}

/** What serves a part; what is not in the plan any more is said so. */
export const serverName = (
  { option, api }: Pick<Part, "option" | "api">,
  { options, apis }: ReturnType<typeof serverNames>,
): string => (option === undefined ? apis[api ?? 0] : options[option]) ?? "What is not in the plan any more";

/** The names of a plan's records, those that it brings itself first. */
export function nameIn(
  { custom }: Pick<Scenario, "custom">,
  { accelerators, models }: Pick<CatalogRecords, "accelerators" | "models">,
): NameOf {
  const found = (id: string) =>
    custom?.accelerators?.[id] ?? custom?.models?.[id] ?? accelerators[id] ?? models[id];
  return (id) => found(id)?.name ?? id;
}
