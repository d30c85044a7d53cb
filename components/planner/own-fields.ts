import { isMeaningful } from "@/lib/scenario/conditions";
import { type FieldPath, fields } from "@/lib/scenario/fields";
import { planOf } from "@/lib/scenario/plan";
import type { Scenario } from "@/lib/scenario/schema";

/** A setting of the plan that an option may say for itself: where the plan has it, and the option's key. */
export type OwnField = { shared: FieldPath; key: string };

/** Formats stand beside the layout already. */
const ELSEWHERE: ReadonlySet<string> = new Set(["weights", "kvCache"]);

/** What an option may have for itself of the model and the server, in the order of the scenario's table. */
export const ownFields: readonly OwnField[] = (Object.keys(fields) as FieldPath[]).flatMap((shared) => {
  const [section = "", key = ""] = shared.split(".");
  const ownable = (section === "workload" || section === "serving") && `options.${key}` in fields;
  return ownable && !ELSEWHERE.has(key) ? [{ shared, key }] : [];
});

/** Those that mean something for the option at `index` as it stands, and those that it says all the same. */
export function ownFieldsOf(scenario: Scenario, index: number): OwnField[] {
  const option = scenario.options[index] as Record<string, unknown> | undefined;
  const plan = planOf(scenario, index);
  return ownFields.filter(({ shared, key }) => isMeaningful(shared, plan) || option?.[key] !== undefined);
}
