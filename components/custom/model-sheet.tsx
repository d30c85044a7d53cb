"use client";

import { useState } from "react";
import { customId } from "@/lib/catalog/custom-id";
import { countsOf } from "@/lib/catalog/import/from-files";
import type { Model } from "@/lib/catalog/schema";
import { MAX_NAME } from "@/lib/scenario/limits";
import { cleanName } from "@/lib/scenario/name";
import { formatQuantity, grouped } from "@/lib/units";
import { releasedText } from "@/lib/view/catalog/released-text";
import { type ModelNumber, modelNumbers, readWhole } from "./model-edits";
import { TextRow } from "./text-row";

/** Parameters are said in billions, whatever the prefix of a thousand million is. */
const WORDS: Record<string, string> = { k: "thousand", M: "million", G: "billion", T: "trillion" };

function shortText(value: number, unit: string): string {
  const { number, unit: shown } = formatQuantity(value, unit);
  return `${number} ${shown}`.trim();
}

function inWords(count: number): string {
  const { number, unit } = formatQuantity(count, "1");
  return `${number} ${WORDS[unit] ?? unit}`.trim();
}

type Props = {
  model: Model;
  notes: readonly string[];
  formatName: (id: string) => string;
  onChange: (model: Model) => void;
};

function storedText(
  { weightsAsReleased, cacheAsReleased }: Model,
  formatName: (id: string) => string,
): string {
  const cache = cacheAsReleased ? `, ${formatName(cacheAsReleased)} (cache)` : "";
  return `${releasedText(weightsAsReleased, formatName)}${cache}`;
}

/** The record that was read: its counts, its main numbers to be set by hand, and everything that was assumed. */
export function ModelSheet({ model, notes, formatName, onChange }: Props) {
  const { parametersTotal, parametersActive, cacheBytesPerToken } = countsOf(model);
  const counts = [
    ["Parameters", inWords(parametersTotal), parametersTotal],
    ["Used per token", inWords(parametersActive), parametersActive],
    ["Cache per token, 16 bits", shortText(cacheBytesPerToken, "B"), cacheBytesPerToken],
  ] as const;
  return (
    <section aria-label="The model that was read" className="mt-4">
      <dl className="grid grid-cols-3 gap-2 rounded-md border border-line p-3">
        {counts.map(([label, text, exact]) => (
          <div key={label}>
            <dt className="text-muted text-xs">{label}</dt>
            <dd className="font-medium tabular-nums" title={grouped(exact)}>
              {text}
            </dd>
          </div>
        ))}
        <div className="col-span-3">
          <dt className="text-muted text-xs">Stored as</dt>
          <dd className="font-medium">{storedText(model, formatName)}</dd>
        </div>
      </dl>
      <div className="mt-3 grid grid-cols-1 gap-3 sm:grid-cols-2">
        <TextRow
          id="model-name"
          label="Name"
          value={model.name}
          onChange={(typed) => {
            const name = cleanName(typed).slice(0, MAX_NAME);
            onChange({ ...model, name, id: customId(name) });
          }}
        />
        {modelNumbers(model).map((number) => (
          <NumberRow key={number.key} number={number} onChange={onChange} />
        ))}
      </div>
      {notes.length > 0 && (
        <details className="mt-3" open>
          <summary className="cursor-pointer text-sm">What was assumed ({notes.length})</summary>
          <ul className="mt-1 list-disc pl-5 text-muted text-xs">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Text that is not understood stays in its box with the reason; the record keeps its last good number. */
function NumberRow({ number, onChange }: { number: ModelNumber; onChange: (model: Model) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const reading = typed === null ? undefined : readWhole(typed);
  return (
    <TextRow
      id={`model-${number.key}`}
      label={number.label}
      value={typed ?? (number.value === undefined ? "" : grouped(number.value))}
      message={reading && !reading.ok ? reading.message : undefined}
      onChange={(text) => {
        setTyped(text);
        const next = readWhole(text);
        if (next.ok) onChange(number.with(next.value));
      }}
      onBlur={() => reading?.ok && setTyped(null)}
    />
  );
}
