"use client";

import { lazy, Suspense, useState } from "react";
import type { NamedOrigin } from "@/components/board/origin-lines";
import { PlannerContext } from "@/components/planner/planner-context";
import { Results } from "@/components/planner/results";
import Shortcuts from "@/components/planner/shortcuts";
import { usePlannerState } from "@/components/planner/use-planner-state";
import { NarrowFooter } from "@/components/site-nav";
import { Segmented } from "@/components/ui/segmented";
import { MAIN } from "@/components/ui/skip-link";
import type { Estimate } from "@/lib/engine";
import { answerOf } from "@/lib/view/board/answer";
import { boardOf } from "@/lib/view/board/board";
import type { CatalogRecords } from "@/lib/view/catalog-records";
import type { ScenarioLine } from "@/lib/view/scenario-lines";
import { ExportSaved } from "./export-saved";
import { MovedFigures } from "./moved-figures";
import { SavedHeading, type SavedMoment } from "./saved-heading";
import { SnapshotBar } from "./snapshot-bar";
import { SnapshotFacts } from "./snapshot-facts";
import { StandsOn } from "./stands-on";
import { useSnapshotEngine } from "./use-snapshot-engine";
import { useTabAddress } from "./use-tab-address";

const ExplanationDrawer = lazy(() => import("@/components/explain/explanation-drawer"));

export type SnapshotPlan = Omit<SavedMoment, "engineVersion" | "catalogVersion"> & {
  estimate: Estimate;
  /** The same scenario with the catalog and engine of now; null where they cannot compute it any more. */
  today: Estimate | null;
  /** What explains the numbers: today's records of the plan. */
  records: CatalogRecords;
  /** What was asked, as a sentence. */
  question: string;
  lines: ScenarioLine[];
  /** Where the price of each option comes from, as it was saved. */
  origins: NamedOrigin[];
  /** Address of the planner with this plan in it. */
  planAddress: string;
};

/** A saved plan: the numbers as they were saved, and on request as they would be now. */
export function Snapshot({ plan }: { plan: SnapshotPlan }) {
  const [state, dispatch] = usePlannerState({
    scenario: plan.estimate.scenario,
    estimate: plan.estimate,
    records: plan.records,
    frozen: true,
  });
  useSnapshotEngine(dispatch, plan.today !== null);
  useTabAddress(state.tab, dispatch);
  const [which, setWhich] = useState<"saved" | "today">("saved");
  const estimate = which === "today" && plan.today ? plan.today : plan.estimate;
  const { index } = answerOf(estimate, boardOf(estimate));
  const answered = index === null ? undefined : estimate.options[index];
  return (
    <PlannerContext value={{ state: { ...state, estimate }, dispatch }}>
      <SnapshotBar saved={plan} planAddress={plan.planAddress} exporting={<ExportSaved />} />
      <main id={MAIN} tabIndex={-1} className="mx-auto max-w-[80rem]">
        <div className="flex flex-wrap items-center justify-between gap-3 px-4 pt-6 md:px-6">
          <SavedHeading
            saved={{ ...plan, ...estimate }}
            report={`/s/${plan.viewId}${plan.version < plan.latestVersion ? `/v/${plan.version}` : ""}/print`}
          />
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
        <p className="px-4 pt-3 text-base md:px-6">{plan.question}</p>
        {which === "today" && plan.today && <MovedFigures saved={plan.estimate} today={plan.today} />}
        <Results
          under={answered && <StandsOn option={answered} currency={estimate.scenario.currency} />}
          below={<SnapshotFacts lines={plan.lines} origins={plan.origins} />}
        />
      </main>
      <NarrowFooter />
      <Shortcuts />
      {state.explained && state.engine && (
        <Suspense>
          <ExplanationDrawer engine={state.engine} explained={state.explained} />
        </Suspense>
      )}
    </PlannerContext>
  );
}
