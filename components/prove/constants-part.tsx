"use client";

import { useState } from "react";
import { saveFile } from "@/components/export/save-file";
import { Button } from "@/components/ui/button";
import { FileDrop } from "@/components/ui/file-drop";
import { fileName } from "@/lib/export/file-name";
import { titleOf } from "@/lib/measure/own-constants";
import type { OwnCalibration } from "@/lib/scenario";
import { asPredicted, ownMeasurements } from "@/lib/scenario/measured";
import { readOwnCalibration } from "@/lib/scenario/own-calibration";
import { lookupOf } from "@/lib/view/lookup-of";
import { usePlanner } from "../planner/planner-context";
import { ConstantsTable } from "./constants-table";
import { FitConstants } from "./fit-constants";

const MOST_BYTES = 200_000;

/** The calibration of a plan's own: what it says, how it comes about, and the ways to take it away and along. */
export default function ConstantsPart() {
  "use memo";
  const { state, dispatch } = usePlanner();
  const { scenario, records, frozen } = state;
  const [message, setMessage] = useState("");
  const { calibration } = scenario;
  const keep = (kept: OwnCalibration | undefined) => {
    const { calibration: _before, ...rest } = scenario;
    setMessage("");
    dispatch({ type: "change", scenario: kept ? { ...rest, calibration: kept } : rest });
  };
  if (frozen && !calibration) return null;
  return (
    <section aria-label="Constants of your own" className="grid gap-3">
      <div>
        <h3 className="font-semibold">Constants of your own</h3>
        <p className="max-w-[64ch] text-muted text-sm">
          Enough runs of an accelerator or of its software fit the constants that the formulas take from them.
          Unlike a correction they hold for other models and layouts too.
        </p>
      </div>
      {calibration ? (
        <div className="grid gap-3 rounded-md border border-line bg-surface p-3">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <p className="font-medium">Computed with {titleOf(calibration)}</p>
            <div className="flex gap-2">
              <Button
                onClick={() =>
                  saveFile(
                    fileName(calibration.name, "json"),
                    JSON.stringify(calibration, null, 2),
                    "application/json",
                  )
                }
              >
                Save it
              </Button>
              {!frozen && <Button onClick={() => keep(undefined)}>Take it away</Button>}
            </div>
          </div>
          <ConstantsTable
            constants={calibration.constants}
            lookup={lookupOf(records, asPredicted(scenario))}
          />
        </div>
      ) : (
        <>
          <FitConstants runs={ownMeasurements(scenario).filter(({ on }) => on)} onUse={keep} />
          <FileDrop
            hint="Or drop a calibration that was saved before."
            label="File with a calibration"
            content="a calibration"
            maxBytes={MOST_BYTES}
            accept=".json"
            onRefuse={setMessage}
            onFiles={([file]) => {
              if (!file) return;
              const read = readOwnCalibration(file.text);
              if ("calibration" in read) keep(read.calibration);
              else setMessage(`${file.name} ${read.message}`);
            }}
          />
        </>
      )}
      {message !== "" && (
        <p role="alert" className="rounded-md bg-warn-soft p-3 text-sm [overflow-wrap:anywhere]">
          {message}
        </p>
      )}
    </section>
  );
}
