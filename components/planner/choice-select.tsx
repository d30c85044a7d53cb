"use client";

import { useId } from "react";
import { SelectField } from "@/components/ui/select-field";
import { Term } from "@/components/ui/term";
import type { ChoiceField } from "@/lib/scenario/field-kinds";
import { getIn } from "@/lib/scenario/set-in";
import { usePlanner } from "./planner-context";

/** A field with one of a few words, made from the scenario's table. */
export function ChoiceSelect({ path, field }: { path: string; field: ChoiceField }) {
  const { state, dispatch } = usePlanner();
  const id = useId();
  return (
    <div className="relative min-w-0">
      <div className="flex h-6 items-center">
        <Term help={field.help} className="text-muted text-xs">
          {field.label}
        </Term>
      </div>
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
