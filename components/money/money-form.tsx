"use client";

import { ChoiceSelect } from "@/components/planner/choice-select";
import { FormSection } from "@/components/planner/form-section";
import { NumberRow } from "@/components/planner/number-row";
import { usePlanner } from "@/components/planner/planner-context";
import { fields, type NumberFieldPath } from "@/lib/scenario/fields";
import { helpOf } from "@/lib/scenario/money-help";
import { getIn } from "@/lib/scenario/set-in";
import { asTyped } from "@/lib/view/currency";
import { valueText } from "@/lib/view/value-text";
import { moneyGroups, saidOf } from "./money-groups";

/** Every setting of money, folded by what it is about; a folded group says what is set in it. */
export function MoneyForm() {
  "use memo";
  const { scenario } = usePlanner().state;
  const said = (group: (typeof moneyGroups)[number]) =>
    saidOf(group, scenario)
      .map((path) => {
        const field = fields[path];
        const text = valueText(path, getIn(scenario, path) as string | number, (id) => id);
        return field.kind === "number" ? asTyped(text, field.unit, scenario.currency) : text;
      })
      .join(", ");
  return (
    <section aria-label="Settings of money" className="rounded-lg border border-line bg-surface">
      {moneyGroups.map((group) => (
        <FormSection
          key={group.id}
          id={`money-${group.id}`}
          title={group.title}
          open={false}
          aside={said(group)}
        >
          <div className="grid gap-x-6 gap-y-2.5 md:grid-cols-2 wide:grid-cols-3">
            {group.paths.map((path) => {
              const field = fields[path];
              return field.kind === "choice" ? (
                <ChoiceSelect key={path} path={path} field={{ ...field, help: helpOf(path) }} />
              ) : (
                <NumberRow key={path} path={path as NumberFieldPath} help={helpOf(path)} />
              );
            })}
          </div>
        </FormSection>
      ))}
    </section>
  );
}
