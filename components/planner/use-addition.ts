"use client";

import { type Dispatch, useEffect, useState } from "react";
import type { Addition } from "@/lib/scenario/addition";
import { type MissingRecord, missingRecords } from "@/lib/view/catalog-records";
import type { PlannerAction } from "./planner-action";
import type { PlannerState } from "./planner-state";
import { useRecords } from "./use-missing-records";

const recordOf = (addition: Addition): MissingRecord =>
  addition.kind === "model"
    ? { kind: "models", id: addition.model }
    : { kind: "accelerators", id: addition.accelerator };

/**
 * Adds what a page of the catalog sent here to the plan, as one step of undo, once the records of both have come.
 * Returns the function that takes it.
 */
export function useAddition(
  { engine, scenario, records }: Pick<PlannerState, "engine" | "scenario" | "records">,
  dispatch: Dispatch<PlannerAction>,
  notify: (message: string) => void,
): (addition: Addition) => void {
  const [waiting, setWaiting] = useState<Addition | null>(null);
  const wanted = waiting && recordOf(waiting);
  const lacking = wanted && !Object.hasOwn(records[wanted.kind], wanted.id) ? [wanted] : [];
  useRecords(lacking, dispatch, notify);
  useEffect(() => {
    if (!waiting || !engine || lacking.length > 0 || missingRecords(scenario, records).length > 0) return;
    const added = engine.add(scenario, waiting, records);
    setWaiting(null);
    if (added.ok) dispatch({ type: "change", scenario: added.scenario });
    notify(added.ok ? `${added.message} Undo brings back what it was.` : added.message);
  }, [waiting, engine, scenario, records, lacking.length, dispatch, notify]);
  return setWaiting;
}
