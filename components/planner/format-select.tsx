"use client";

import { FieldLabel } from "@/components/ui/field-label";
import { SelectField } from "@/components/ui/select-field";
import { usePlanner } from "./planner-context";

type Props = {
  id: string;
  use: "weights" | "kv";
  label: string;
  help: string;
  value: string | undefined;
  /** An option may leave its format to what all options share. */
  inherited?: boolean;
  onChange: (value: string | undefined) => void;
};

/** Chooses a number format for the weights or the KV cache, with its bits per value. */
export function FormatSelect({ id, use, label, help, value, inherited, onChange }: Props) {
  "use memo";
  const { state } = usePlanner();
  const choices = Object.values(state.records.formats)
    .filter((format) => format.use.includes(use))
    .sort((a, b) => b.bits - a.bits || a.name.localeCompare(b.name))
    .map((format) => ({ value: format.id, label: format.name }));
  return (
    <div className="relative min-w-0">
      <FieldLabel help={help}>{label}</FieldLabel>
      <SelectField
        id={id}
        label={label}
        value={value ?? ""}
        choices={inherited ? [{ value: "", label: "As in Serving" }, ...choices] : choices}
        onChange={(next) => onChange(next === "" ? undefined : next)}
      />
    </div>
  );
}
