"use client";

import { useState } from "react";
import { PlannerContext } from "@/components/planner/planner-context";
import { Results } from "@/components/planner/results";
import { usePlannerState } from "@/components/planner/use-planner-state";
import { Segmented } from "@/components/ui/segmented";
import type { Estimate } from "@/lib/engine";
import type { ScenarioLine } from "@/lib/view/scenario-lines";
import { SnapshotBar } from "./snapshot-bar";
import { SnapshotFacts } from "./snapshot-facts";

export type SavedPlan = {
  name: string;
  estimate: Estimate;
  /** The same scenario with the catalog and engine of now; null where they cannot compute it any more. */
  today: Estimate | null;
  /** ISO date and time. */
  savedAt: string;
  version: number;
  lines: ScenarioLine[];
  /** Address of the planner with this plan in it. */
  planAddress: string;
};

const NO_RECORDS = {
  version: "",
  models: {},
  accelerators: {},
  formats: {},
  prices: {},
  calibration: [],
  sources: {},
};

/** A saved plan: the numbers as they were saved, and on request as they would be now. */
export function Snapshot({ plan }: { plan: SavedPlan }) {
  const { scenario } = plan.estimate;
  const [state, dispatch] = usePlannerState({
    scenario,
    estimate: plan.estimate,
    records: NO_RECORDS,
    frozen: true,
  });
  const [which, setWhich] = useState<"saved" | "today">("saved");
  const estimate = which === "today" && plan.today ? plan.today : plan.estimate;
  return (
    <PlannerContext value={{ state: { ...state, estimate }, dispatch }}>
      <SnapshotBar name={plan.name} planAddress={plan.planAddress} />
      <main className="mx-auto max-w-[80rem]">
        <div className="flex flex-wrap items-center justify-between gap-3 px-4 pt-6 md:px-6">
          <div>
            <h1 className="font-semibold text-xl">{plan.name || "Untitled plan"}</h1>
            <p className="text-muted">
              Saved <time dateTime={plan.savedAt}>{day(plan.savedAt)}</time>, version {plan.version} · engine{" "}
              {estimate.engineVersion}, catalog {estimate.catalogVersion}
            </p>
          </div>
          {plan.today && (
            <Segmented
              label="Which numbers"
              value={which}
              choices={[
                { value: "saved", label: "As saved" },
                { value: "today", label: "With today’s data" },
              ]}
              onChange={setWhich}
            />
          )}
        </div>
        <SnapshotFacts lines={plan.lines} />
        <Results />
      </main>
    </PlannerContext>
  );
}

/** The date part, which reads the same on the server and in every browser. */
const day = (iso: string) => `${iso.slice(0, 10)}, ${iso.slice(11, 16)} UTC`;
