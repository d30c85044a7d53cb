"use client";

import { FieldError } from "@/components/ui/field-error";
import { SelectField } from "@/components/ui/select-field";
import { Term } from "@/components/ui/term";
import type { NumberField } from "@/lib/scenario/field-kinds";
import { fields, type NumberFieldPath } from "@/lib/scenario/fields";
import { emptyText } from "@/lib/scenario/read-field";
import { getIn } from "@/lib/scenario/set-in";
import { inSentence } from "@/lib/view/in-sentence";
import { NumberInput } from "./number-input";
import { usePlanner } from "./planner-context";

/** One number of an option's layout: a list where only some numbers make sense, else a box. */
export function LayoutField({ index, path: field }: { index: number; path: NumberFieldPath }) {
  "use memo";
  const { state, dispatch } = usePlanner();
  const spec: NumberField = fields[field];
  const path = field.replace("options.", `options.${index}.`);
  const id = path.replaceAll(".", "-");
  const value = getIn(state.scenario, path) as number | undefined;
  const label = `Option ${index + 1}: ${inSentence(spec.label)}`;
  const draft = state.drafts[path];
  return (
    <div className="relative min-w-0">
      <div className="flex h-6 items-center">
        <Term help={spec.help} className="text-muted">
          {spec.label}
        </Term>
      </div>
      {spec.choices ? (
        <SelectField
          id={id}
          label={label}
          value={String(value ?? spec.default)}
          choices={spec.choices.map((count) => ({ value: String(count), label: String(count) }))}
          onChange={(next) => dispatch({ type: "set", path, value: Number(next), at: Date.now() })}
        />
      ) : (
        <NumberInput
          id={id}
          path={path}
          field={fields[field]}
          value={value}
          label={label}
          placeholder={emptyText(spec)}
        />
      )}
      {draft && <FieldError id={`${id}-error`} message={`${spec.label}: ${draft.message}`} />}
    </div>
  );
}
