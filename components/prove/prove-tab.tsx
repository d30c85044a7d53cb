"use client";

import { lazy, Suspense, useState } from "react";
import { Segmented } from "@/components/ui/segmented";
import { SelectField } from "@/components/ui/select-field";
import { lookupOf } from "@/lib/view/lookup-of";
import { optionNames } from "@/lib/view/option-name";
import { usePlanner } from "../planner/planner-context";
import type { TabProps } from "../planner/result-tabs";
import { Measurements } from "./measurements";

const GatesPart = lazy(() => import("./gates-part"));
const RunPart = lazy(() => import("./run-part"));

const PARTS = [
  { value: "measurements", label: "Measurements" },
  { value: "run", label: "Run it" },
  { value: "gates", label: "Gates" },
] as const;
type Part = (typeof PARTS)[number]["value"];

/** From the plan to a run, and from a measurement back to the plan. */
export default function ProveTab({ estimate, row }: TabProps) {
  "use memo";
  const { state } = usePlanner();
  const { scenario, records } = state;
  const [part, setPart] = useState<Part>("measurements");
  const [chosen, setChosen] = useState<number | null>(null);
  const names = optionNames(estimate);
  const index = Math.min(chosen ?? row, scenario.options.length - 1);
  const lookup = lookupOf(records, scenario);
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <Segmented label="Part of the proof" value={part} choices={PARTS} onChange={setPart} />
        {names.length > 1 && (
          <SelectField
            id="prove-option"
            label="Option"
            value={String(index)}
            choices={names.map((name, place) => ({ value: String(place), label: name }))}
            onChange={(value) => setChosen(Number(value))}
            className="max-w-80"
          />
        )}
      </div>
      {part === "measurements" ? (
        <>
          <Measurements
            estimate={estimate}
            index={index}
            lookup={lookup}
            // What was measured stays in sight when it makes another option the cheapest.
            onTaken={() => setChosen(index)}
          />
          {/* Who has measured nothing yet wants to: what to run stands below. */}
          {!scenario.measurements?.length && (
            <Suspense fallback={null}>
              <RunPart estimate={estimate} index={index} lookup={lookup} />
            </Suspense>
          )}
        </>
      ) : (
        <Suspense fallback={<p className="text-muted text-sm">Drawing…</p>}>
          {part === "run" ? (
            <RunPart estimate={estimate} index={index} lookup={lookup} />
          ) : (
            <GatesPart estimate={estimate} index={index} name={names[index] ?? ""} lookup={lookup} />
          )}
        </Suspense>
      )}
    </div>
  );
}
