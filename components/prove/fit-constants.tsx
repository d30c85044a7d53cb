"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import type { Fitted } from "@/lib/measure/fit-constants";
import type { OwnCalibration, OwnMeasurement } from "@/lib/scenario";
import { MAX_NAME } from "@/lib/scenario/limits";
import { asPredicted } from "@/lib/scenario/measured";
import { cleanName } from "@/lib/scenario/name";
import type { Scenario } from "@/lib/scenario/schema";
import { today } from "@/lib/view/catalog/age";
import { bringsItself, type MissingRecord } from "@/lib/view/catalog-records";
import { lookupOf } from "@/lib/view/lookup-of";
import type { OwnFitAnswer } from "@/lib/view/prove/own-fit";
import { usePlanner } from "../planner/planner-context";
import { useRecords } from "../planner/use-missing-records";
import { ConstantsTable } from "./constants-table";
import { fittedConstants } from "./fitted-constants";

type Props = { runs: readonly OwnMeasurement[]; onUse: (calibration: OwnCalibration) => void };

const CHOICES = [
  { value: "both", label: "The accelerator and its software" },
  { value: "accelerator", label: "The accelerator alone" },
  { value: "stack", label: "The software alone" },
] as const satisfies readonly { value: Fitted; label: string }[];

/** Fits constants to a person's runs, shows what came of it, and lets the plan take them under a name. */
export function FitConstants({ runs, onUse }: Props) {
  const { state, dispatch } = usePlanner();
  const { scenario, records } = state;
  const [what, setWhat] = useState<Fitted>("both");
  const [running, setRunning] = useState<AbortController | null>(null);
  const busy = running !== null;
  const [told, setTold] = useState("");
  const [answer, setAnswer] = useState<OwnFitAnswer | null>(null);
  const [name, setName] = useState("");
  const lacking = missingOf(runs, scenario, records);
  useRecords(lacking, dispatch, setTold);
  const fetching = lacking.length > 0 && told === "";

  async function fit() {
    const stop = new AbortController();
    setRunning(stop);
    setAnswer(null);
    setTold("Fitting…");
    try {
      setAnswer(await fittedConstants({ scenario, runs, records, what }, stop.signal));
      setTold("");
    } catch (error) {
      setTold((error as Error).message);
    }
    setRunning(null);
  }

  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <SelectField
          id="fit-what"
          label="What is fitted"
          value={what}
          choices={CHOICES}
          onChange={(value) => setWhat(value as Fitted)}
        />
        <Button disabled={busy || fetching || runs.length === 0} onClick={fit}>
          {runs.length === 0
            ? "Fit to your runs"
            : `Fit to ${runs.length === 1 ? "your run" : `your ${runs.length} runs`}`}
        </Button>
        {running && <Button onClick={() => running.abort()}>Stop</Button>}
        <span role="status" className="text-muted text-sm">
          {runs.length === 0
            ? "Bring runs of your own first."
            : fetching
              ? "Looking up what was measured…"
              : told}
        </span>
      </div>
      {answer && !answer.ok && (
        <p role="alert" className="rounded-md bg-warn-soft p-3 text-sm">
          {answer.reason}
        </p>
      )}
      {answer?.ok && (
        <form
          aria-label="What the runs say"
          className="grid gap-3 rounded-md border border-line bg-surface p-3"
          onSubmit={(event) => {
            event.preventDefault();
            onUse({ name: name.trim() || "Own runs", asOf: today(), constants: answer.constants });
          }}
        >
          <ConstantsTable constants={answer.constants} lookup={lookupOf(records, asPredicted(scenario))} />
          <p className="text-sm">
            Median error on these runs:{" "}
            {answer.metrics
              .map(({ label, before, after }) => `${label} ${after} instead of ${before}`)
              .join(", ")}
            . Other constants are held: the runs say too little of them.
          </p>
          <div className="flex flex-wrap items-end gap-2">
            <div>
              <label htmlFor="calibration-name" className="mb-0.5 block text-muted text-xs">
                Name
              </label>
              <input
                id="calibration-name"
                maxLength={MAX_NAME}
                value={name}
                placeholder="Own runs"
                onChange={(event) => setName(cleanName(event.currentTarget.value))}
                className="control w-56 px-2 py-1"
              />
            </div>
            <Button type="submit" look="primary">
              Compute with these
            </Button>
            <Button onClick={() => setAnswer(null)}>Discard</Button>
          </div>
        </form>
      )}
    </div>
  );
}

/** Records of what was measured that the page does not have, each once. */
function missingOf(
  runs: readonly OwnMeasurement[],
  scenario: Scenario,
  records: Parameters<typeof lookupOf>[0],
): MissingRecord[] {
  const wanted = runs.flatMap(({ model, accelerator }): MissingRecord[] => [
    { kind: "models", id: model },
    { kind: "accelerators", id: accelerator },
  ]);
  return wanted.filter(
    ({ kind, id }, index) =>
      !Object.hasOwn(records[kind], id) &&
      !bringsItself(scenario, kind, id) &&
      wanted.findIndex((other) => other.kind === kind && other.id === id) === index,
  );
}
