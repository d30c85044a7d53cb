"use client";

import { type Dispatch, useEffect } from "react";
import { type MissingRecord, missingRecords } from "@/lib/view/catalog-records";
import type { PlannerAction } from "./planner-action";
import type { PlannerState } from "./planner-state";

type Notify = (message: string) => void;

/** Fetches the catalog records that a newly picked model or accelerator needs. */
export function useMissingRecords(
  { scenario, records }: Pick<PlannerState, "scenario" | "records">,
  dispatch: Dispatch<PlannerAction>,
  notify: Notify,
) {
  useRecords(missingRecords(scenario, records), dispatch, notify);
}

/** Fetches these catalog records, and hands each on as it comes. */
export function useRecords(
  missing: readonly MissingRecord[],
  dispatch: Dispatch<PlannerAction>,
  notify: Notify,
) {
  // Which they are decides, not which list says so: a list is made anew whenever the page is drawn.
  const asked = JSON.stringify(missing);
  useEffect(() => {
    const wanted: MissingRecord[] = JSON.parse(asked);
    if (wanted.length === 0) return;
    let gone = false;
    import("./server-calls")
      .then(async ({ fetchRecord }) => {
        for (const each of wanted) {
          const { record, price, sources } = await fetchRecord(each);
          if (gone) return;
          dispatch({
            type: "records",
            records: {
              [each.kind]: { [record.id]: record },
              ...(price ? { prices: { [price.accelerator]: price } } : {}),
              sources: Object.fromEntries(sources.map((source) => [source.id, source])),
            },
          });
        }
      })
      .catch((error: Error) => {
        if (!gone) notify(error.message);
        delete document.documentElement.dataset.restoring;
      });
    return () => {
      gone = true;
    };
  }, [asked, dispatch, notify]);
}
