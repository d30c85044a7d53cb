"use client";

import { useSyncExternalStore } from "react";
import { isPresent } from "@/components/export/present";
import { PlannerContext } from "@/components/planner/planner-context";
import { usePlannerState } from "@/components/planner/use-planner-state";
import { SavedHeader } from "@/components/saved/saved-header";
import { momentText, type SavedMoment } from "@/components/snapshot/saved-heading";
import { useSnapshotEngine } from "@/components/snapshot/use-snapshot-engine";
import { ButtonLink } from "@/components/ui/button";
import { MAIN } from "@/components/ui/skip-link";
import type { Estimate } from "@/lib/engine";
import { UNNAMED } from "@/lib/export/file-name";
import type { CatalogRecords } from "@/lib/view/catalog-records";
import { Paper } from "./paper";
import { PrintButton } from "./print-button";

type Props = { saved: SavedMoment; estimate: Estimate; records: CatalogRecords };

/** The report of a version of a saved plan, at an address of its own: the numbers as they were saved. */
export function SavedReport({ saved, estimate, records }: Props) {
  const start = { scenario: estimate.scenario, estimate, records, frozen: true };
  const [state, dispatch] = usePlannerState(start);
  useSnapshotEngine(dispatch, isPresent(estimate, records));
  // Only the browser knows by which name the server was reached.
  const origin = useSyncExternalStore(unchanging, () => location.origin, nowhere);
  // What is on paper stays what it is: a link to this version, whatever the plan becomes.
  const address = `/s/${saved.viewId}/v/${saved.version}`;
  return (
    <PlannerContext value={{ state, dispatch }}>
      <SavedHeader skip="Skip to the report" />
      <main id={MAIN} tabIndex={-1} className="paper">
        <Paper
          title={<h1 className="font-semibold text-2xl">{saved.name || UNNAMED}</h1>}
          about={momentText(saved)}
          link={origin && origin + address}
          actions={
            <>
              <ButtonLink href={saved.version < saved.latestVersion ? address : `/s/${saved.viewId}`}>
                Back to the plan
              </ButtonLink>
              <PrintButton />
            </>
          }
        />
      </main>
    </PlannerContext>
  );
}

const unchanging = () => () => undefined;
const nowhere = () => "";
