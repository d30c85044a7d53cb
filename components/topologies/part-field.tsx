"use client";

import { useId } from "react";
import { NumberInput } from "@/components/planner/number-input";
import { usePlanner } from "@/components/planner/planner-context";
import { FieldError } from "@/components/ui/field-error";
import { FieldLabel } from "@/components/ui/field-label";
import type { NumberField } from "@/lib/scenario/field-kinds";
import { emptyText } from "@/lib/scenario/read-field";
import { type PartField, topologyFields } from "@/lib/scenario/topology-fields";
import { inSentence } from "@/lib/view/in-sentence";

type Props = {
  /** Where the part lies in the scenario: "topologies.0.parts.1". */
  at: string;
  /** Which part of which topology, for who does not see where the box stands. */
  of: string;
  name: PartField;
  value: number | undefined;
  onValue: (value: number | undefined) => void;
};

/** One number of a part: its name, its box, and what was not understood. */
export function PartNumber({ at, of, name, value, onValue }: Props) {
  const { drafts } = usePlanner().state;
  const id = useId();
  const field: NumberField = topologyFields[name];
  const path = `${at}.${name}`;
  const draft = drafts[path];
  return (
    <div className="relative min-w-0">
      <FieldLabel help={field.help}>{field.label}</FieldLabel>
      <NumberInput
        id={id}
        path={path}
        field={field}
        value={value}
        label={`${of}: ${inSentence(field.label)}`}
        placeholder={emptyText(field)}
        onValue={onValue}
      />
      {draft && <FieldError id={`${id}-error`} message={`${field.label}: ${draft.message}`} />}
    </div>
  );
}
