"use client";

import { SelectField } from "@/components/ui/select-field";
import { usePlanner } from "./planner-context";

type Props = {
  id: string;
  use: "weights" | "kv";
  label: string;
  value: string | undefined;
  /** An option may leave its format to what all options share. */
  inherited?: boolean;
  onChange: (value: string | undefined) => void;
};

/** Chooses a number format for the weights or the KV cache, with its bits per value. */
export function FormatSelect({ id, use, label, value, inherited, onChange }: Props) {
  const { state } = usePlanner();
  const choices = Object.values(state.records.formats)
    .filter((format) => format.use.includes(use))
    .sort((a, b) => b.bits - a.bits || a.name.localeCompare(b.name))
    .map((format) => ({ value: format.id, label: format.name }));
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-0.5 block text-muted text-xs">
        {label}
      </label>
      <SelectField
        id={id}
        label={label}
        value={value ?? ""}
        choices={inherited ? [{ value: "", label: "As above" }, ...choices] : choices}
        onChange={(next) => onChange(next === "" ? undefined : next)}
      />
    </div>
  );
}
