"use client";

import { useId } from "react";
import { FieldLabel } from "@/components/ui/field-label";
import { SelectField } from "@/components/ui/select-field";
import type { ChoiceField } from "@/lib/scenario/field-kinds";
import { getIn } from "@/lib/scenario/set-in";
import { usePlanner } from "./planner-context";

/** A field with one of a few words, made from the scenario's table. */
export function ChoiceSelect({ path, field }: { path: string; field: ChoiceField }) {
  const { state, dispatch } = usePlanner();
  const id = useId();
  return (
    <div className="relative min-w-0">
      <FieldLabel help={field.help}>{field.label}</FieldLabel>
      <SelectField
        id={id}
        label={field.label}
        value={String(getIn(state.scenario, path) ?? field.default ?? field.choices[0]?.value)}
        choices={field.choices}
        onChange={(value) => dispatch({ type: "set", path, value, at: Date.now() })}
      />
    </div>
  );
}
