import { fieldOf } from "@/lib/scenario/fields";
import type { Scenario } from "@/lib/scenario/schema";
import { getIn } from "@/lib/scenario/set-in";
import { valueText } from "@/lib/view/value-text";
import { type FormGroup, groupPaths } from "./form-groups";

/** What of a group differs from its defaults, in few words; empty when nothing does. */
export function groupSummary(
  group: FormGroup["id"],
  scenario: Scenario,
  nameOf: (id: string) => string,
): string {
  return groupPaths(group, scenario)
    .flatMap((path) => {
      const field = fieldOf(path);
      const value = getIn(scenario, path);
      const isDefault = field && "default" in field && field.default === value;
      if (value === undefined || isDefault) return [];
      return [valueText(path, value as string | number, nameOf)];
    })
    .join(", ");
}
