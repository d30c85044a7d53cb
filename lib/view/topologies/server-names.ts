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
      const said = paid(scenario, index);
      return `${index + 1}: ${one ? on : `${nameOf(model)} on ${on}`}${said ? `, ${said}` : ""}`;
    }),
    apis: (scenario.apis ?? []).map(({ provider, name }) => `${provider} API (${name})`),
  };
}

/** How an option's hours are paid for, where that is not by the listed hour: what tells two of one accelerator apart. */
function paid(scenario: Scenario, index: number): string {
  const { finance, money, option } = planOf(scenario, index);
  if (finance.hardware === "owned") return "owned";
  if (money.spotShare === 1) return "spot";
  return option.offer?.provider ?? "";
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
