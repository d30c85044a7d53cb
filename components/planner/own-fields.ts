import { isMeaningful } from "@/lib/scenario/conditions";
import { type FieldPath, fields } from "@/lib/scenario/fields";
import { planOf } from "@/lib/scenario/plan";
import type { Scenario } from "@/lib/scenario/schema";

/** A setting of the plan that an option may say for itself: where the plan has it, and the option's key. */
export type OwnField = { shared: FieldPath; key: string };

/** Formats stand beside the layout already. */
const ELSEWHERE: ReadonlySet<string> = new Set(["weights", "kvCache"]);

const ownableOf = (...sections: readonly string[]): readonly OwnField[] =>
  (Object.keys(fields) as FieldPath[]).flatMap((shared) => {
    const [section = "", key = ""] = shared.split(".");
    return sections.includes(section) && `options.${key}` in fields && !ELSEWHERE.has(key)
      ? [{ shared, key }]
      : [];
  });

/** What an option may have for itself, in the order of the scenario's table: of the model and the server, and of money. */
export const ownFields = {
  server: ownableOf("workload", "serving"),
  money: ownableOf("finance", "money"),
} as const;

/** Those that mean something for the option at `index` as it stands, and those that it says all the same. */
export function ownFieldsOf(scenario: Scenario, index: number, of: keyof typeof ownFields): OwnField[] {
  const option = scenario.options[index] as Record<string, unknown> | undefined;
  const plan = planOf(scenario, index);
  return ownFields[of].filter(({ shared, key }) => isMeaningful(shared, plan) || option?.[key] !== undefined);
}

/** How many of them the option at `index` says. */
export const ownSaid = ({ options }: Scenario, index: number, of: keyof typeof ownFields): number =>
  ownFields[of].filter(({ key }) => (options[index] as Record<string, unknown>)?.[key] !== undefined).length;
