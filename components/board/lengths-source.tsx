"use client";

import { useState } from "react";
import type { PickerLists } from "@/components/planner/picker-item";
import { usePlanner } from "@/components/planner/planner-context";
import { csvCells } from "@/components/price-book/csv-cells";
import { FileDrop, type TextFile } from "@/components/ui/file-drop";
import { OutLink } from "@/components/ui/out-link";
import { SelectField } from "@/components/ui/select-field";
import { type OwnRequests, readRequests, withRequests } from "@/lib/scenario/own-requests";
import { presetOf, withPreset } from "@/lib/scenario/preset-workload";
import { grouped } from "@/lib/units";
import { inSentence } from "@/lib/view/in-sentence";
import { CaseStudies } from "./case-studies";

const OWN = "own";
/** B: half a million requests. */
const MAX_BYTES = 20_000_000;

/** Where lengths can be taken from: a published kind of use, or a list of the person's own requests. */
export default function LengthsSource({ lists }: { lists: PickerLists }) {
  const { state, dispatch } = usePlanner();
  const [said, setSaid] = useState("");
  const preset = presetOf(state.scenario, lists.presets);

  async function take([file]: TextFile[]) {
    const { default: Papa } = await import("papaparse");
    const cells = csvCells(file?.text ?? "", Papa.parse, MAX_BYTES);
    if (!cells.ok) return setSaid(`Not read: line ${cells.refusal.line}: ${cells.refusal.message}.`);
    const reading = readRequests(cells.csv.rows.map((row) => row.cells));
    if (!reading.ok) return setSaid(`Not read: ${reading.message}.`);
    dispatch({ type: "change", scenario: withRequests(state.scenario, reading.requests) });
    setSaid(summaryOf(reading.requests));
  }

  return (
    <div className="col-span-2 min-w-0 border-line border-b pb-3">
      <SelectField
        id="lengths-preset"
        label="Lengths like"
        value={preset?.id ?? OWN}
        choices={[
          { value: OWN, label: "Lengths of your own" },
          ...lists.presets.map(({ id, name }) => ({ value: id, label: `Like ${inSentence(name)}` })),
        ]}
        onChange={(id) => {
          const chosen = lists.presets.find((each) => each.id === id);
          if (chosen) dispatch({ type: "change", scenario: withPreset(state.scenario, chosen) });
          setSaid("");
        }}
      />
      {preset && (
        <p className="mt-1 text-muted text-xs">
          {preset.text}. Source: <OutLink href={preset.origin.where}>{preset.origin.title}</OutLink>
        </p>
      )}
      <CaseStudies />
      <FileDrop
        hint="Or a CSV of your requests: input_tokens, output_tokens, and a time if you have it. It stays in this browser."
        label="CSV of your requests"
        content="a list of requests"
        maxBytes={MAX_BYTES}
        accept=".csv,.txt,text/csv,text/plain"
        onFiles={(files) => void take(files)}
        onRefuse={setSaid}
      />
      <p className="mt-1 text-xs" role="status">
        {said}
      </p>
    </div>
  );
}

function summaryOf({ count, skipped, arrivals }: OwnRequests): string {
  const lines = `${grouped(count)} requests read`;
  const left = skipped > 0 ? `, ${grouped(skipped)} lines left out` : "";
  const times = arrivals ? `, ${arrivals.rate} a second with burstiness ${arrivals.burstiness}` : "";
  return `${lines}${left}${times}.`;
}
