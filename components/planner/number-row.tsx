"use client";

import { useId } from "react";
import { FieldError } from "@/components/ui/field-error";
import { Icon } from "@/components/ui/icon";
import { Slider } from "@/components/ui/slider";
import { Term } from "@/components/ui/term";
import type { NumberField } from "@/lib/scenario/field-kinds";
import { fields, type NumberFieldPath } from "@/lib/scenario/fields";
import { emptyText, fieldText, readField } from "@/lib/scenario/read-field";
import { getIn } from "@/lib/scenario/set-in";
import { NumberInput } from "./number-input";
import { usePlanner } from "./planner-context";

/** A row of the form: label, exact number and slider, all three made from the scenario's field. */
export function NumberRow({ path, help }: { path: NumberFieldPath; help?: string }) {
  "use memo";
  const { state, dispatch } = usePlanner();
  const field: NumberField = fields[path];
  const value = getIn(state.scenario, path) as number | undefined;
  // A field stands in the panel and in the form of the question: its path is no identity.
  const id = useId();
  const draft = state.drafts[path];
  const reading = value === undefined ? null : readField(path, value);
  const changed = value !== field.default || draft !== undefined;
  const back = field.default === undefined ? emptyText(field) : fieldText(path, field.default);
  const set = (next: number | undefined) => dispatch({ type: "set", path, value: next, at: Date.now() });
  return (
    <div className="relative">
      <div className="flex items-center gap-1">
        <Term help={help ?? field.help}>{field.label}</Term>
        <span className="grow" />
        {changed && (
          <button
            type="button"
            onClick={() => set(field.default)}
            title={`Back to ${back}`}
            aria-label={`${field.label}: back to ${back}`}
            className="touch inline-flex h-6 w-6 items-center justify-center rounded text-muted hover:text-text"
          >
            <Icon name="reset" className="h-4 w-4" />
          </button>
        )}
        <NumberInput
          id={id}
          path={path}
          field={field}
          value={value}
          label={field.label}
          placeholder={emptyText(field)}
          className="w-28 shrink-0"
        />
      </div>
      {/* A field that may be empty has no place on a slider for that. */}
      {value !== undefined && field.default !== undefined && (
        <Slider
          label={`${field.label}, slider`}
          value={value}
          range={field}
          valueText={reading?.ok ? reading.understood : String(value)}
          onChange={set}
        />
      )}
      {draft && <FieldError id={`${id}-error`} message={`${field.label}: ${draft.message}`} />}
    </div>
  );
}
