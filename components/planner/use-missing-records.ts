"use client";

import { type Dispatch, useEffect } from "react";
import { missingRecords } from "./catalog-records";
import type { PlannerAction } from "./planner-action";
import type { PlannerState } from "./planner-state";

/** Fetches the catalog records that a newly picked model or accelerator needs. */
export function useMissingRecords(
  state: PlannerState,
  dispatch: Dispatch<PlannerAction>,
  notify: (message: string) => void,
) {
  const { scenario, records } = state;
  useEffect(() => {
    const missing = missingRecords(scenario, records);
    if (missing.length === 0) return;
    let gone = false;
    import("./server-calls")
      .then(async ({ fetchRecord }) => {
        for (const wanted of missing) {
          const answer = await fetchRecord(wanted);
          if (gone) return;
          const { record, price, sources } = answer;
          dispatch({
            type: "records",
            records: {
              [wanted.kind]: { [record.id]: record },
              ...(price ? { prices: { [price.accelerator]: price } } : {}),
              sources: Object.fromEntries(sources.map((source) => [source.id, source])),
            },
          });
        }
      })
      .catch((error: Error) => {
        if (!gone) notify(error.message);
      });
    return () => {
      gone = true;
    };
  }, [scenario, records, dispatch, notify]);
}
