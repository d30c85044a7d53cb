"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import type { CustomAccelerator } from "@/lib/scenario/custom";
import { customArchitectures } from "@/lib/scenario/custom-architectures";
import {
  type CustomFieldKey,
  customFields,
  customFieldText,
  readCustomField,
} from "@/lib/scenario/custom-fields";
import { decimalComma } from "@/lib/units";
import { type AcceleratorDraft, type DraftKey, draftKeys, readDraft } from "./accelerator-draft";
import { DialogActions, DialogFrame } from "./dialog-frame";
import { TextRow } from "./text-row";

type Props = {
  /** A record to change; absent for a new one. */
  initial?: CustomAccelerator | undefined;
  onClose: () => void;
  onSave: (record: CustomAccelerator) => void;
};

/** What most know of a chip, the link that lets a model be split over several included. */
const main: readonly CustomFieldKey[] = [
  "memory",
  "memoryBandwidth",
  "bf16",
  "fp8",
  "power",
  "pricePerHour",
  "link",
  "linkDomain",
];
const further = draftKeys.filter((key) => !main.includes(key));

function draftOf(record: CustomAccelerator | undefined): AcceleratorDraft {
  if (!record) return { name: "", architecture: "hopper", figures: {} };
  const figures = draftKeys.flatMap((key) => {
    const value = record[key];
    return value === undefined ? [] : [[key, customFieldText(key, value)] as const];
  });
  return { name: record.name, architecture: record.architecture, figures: Object.fromEntries(figures) };
}

/** A few figures make an accelerator; the rest is for those who know it. */
export default function CustomAcceleratorDialog({ initial, onClose, onSave }: Props) {
  const [draft, setDraft] = useState(() => draftOf(initial));
  // A box complains once it was left, and all of them once the form was sent.
  const [left, setLeft] = useState<ReadonlySet<DraftKey>>(new Set());
  const reading = readDraft(draft);
  const message = (key: DraftKey) => (left.has(key) && !reading.ok ? reading.messages[key] : undefined);
  const leave = (...keys: DraftKey[]) => setLeft(new Set([...left, ...keys]));

  const row = (key: CustomFieldKey) => {
    const { label, help, unit, example } = customFields[key];
    const text = draft.figures[key] ?? "";
    const understood = text.trim() === "" ? undefined : readCustomField(key, text, decimalComma());
    const required = "required" in customFields[key];
    return (
      <TextRow
        key={key}
        id={`accelerator-${key}`}
        label={`${label}${required ? "" : " (if known)"}`}
        help={`${help} A bare number is in ${unit}.`}
        value={text}
        placeholder={example}
        message={message(key)}
        understood={understood?.ok ? understood.understood : undefined}
        onChange={(next) => setDraft({ ...draft, figures: { ...draft.figures, [key]: next } })}
        onBlur={() => leave(key)}
      />
    );
  };

  return (
    <DialogFrame
      title="Your accelerator"
      description="Three figures are enough; without a link it cannot be split over several. They stay in this plan and in its link."
      onClose={onClose}
    >
      <form
        className="mt-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (reading.ok) onSave(reading.record);
          else leave("name", ...draftKeys);
        }}
      >
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
          <TextRow
            id="accelerator-name"
            label="Name"
            value={draft.name}
            placeholder="Our next chip"
            message={message("name")}
            onChange={(name) => setDraft({ ...draft, name })}
            onBlur={() => leave("name")}
          />
          <div>
            <label htmlFor="accelerator-architecture" className="mb-0.5 block text-muted text-xs">
              Kernels as efficient as on
            </label>
            <SelectField
              id="accelerator-architecture"
              label="Architecture whose kernel efficiencies are assumed"
              value={draft.architecture}
              choices={customArchitectures}
              onChange={(value) => {
                const found = customArchitectures.find((choice) => choice.value === value);
                if (found) setDraft({ ...draft, architecture: found.value });
              }}
            />
          </div>
          {main.map(row)}
        </div>
        <details className="mt-4" open={further.some((key) => message(key) !== undefined) || undefined}>
          <summary className="cursor-pointer text-accent text-sm">Further rates and links</summary>
          <div className="mt-3 grid grid-cols-1 gap-3 sm:grid-cols-2">{further.map(row)}</div>
        </details>
        <DialogActions>
          <Button onClick={onClose}>Cancel</Button>
          <Button look="primary" type="submit">
            Use it
          </Button>
        </DialogActions>
      </form>
    </DialogFrame>
  );
}
