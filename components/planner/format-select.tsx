"use client";

import { lazy, Suspense } from "react";
import { FieldLabel } from "@/components/ui/field-label";
import { SelectField } from "@/components/ui/select-field";
import { isReleasedQuantised, releasedFormat } from "@/lib/scenario/plan";
import { usePlanner } from "./planner-context";

// Few models are published quantised.
const ReleasedNote = lazy(() => import("./released-note"));

type Props = {
  id: string;
  use: "weights" | "kv";
  label: string;
  help: string;
  value: string | undefined;
  /** What is planned where the value is left to what all options share. */
  shared?: string;
  /** The model that weights are of, by its id. */
  model?: string;
  /** An option may leave its format to what all options share. */
  inherited?: boolean;
  onChange: (value: string | undefined) => void;
};

/** Chooses a number format for the weights or the KV cache, with its bits per value. */
export default function FormatSelect({
  id,
  use,
  label,
  help,
  value,
  shared,
  model,
  inherited,
  onChange,
}: Props) {
  "use memo";
  const { records, scenario } = usePlanner().state;
  const served =
    model === undefined ? undefined : (scenario.custom?.models?.[model] ?? records.models[model]);
  const planned = value ?? shared;
  const choices = Object.values(records.formats)
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
      {served && planned && isReleasedQuantised(served) && releasedFormat(served) !== planned && (
        <Suspense>
          <ReleasedNote model={served} onTake={onChange} />
        </Suspense>
      )}
    </div>
  );
}
