"use client";

import { useEffect } from "react";
import type { Addition } from "@/lib/scenario/addition";
import { type MissingRecord, missingRecords } from "@/lib/view/catalog-records";
import { usePlanner } from "./planner-context";
import { useRecords } from "./use-missing-records";

const recordOf = (addition: Addition): MissingRecord =>
  addition.kind === "model"
    ? { kind: "models", id: addition.model }
    : { kind: "accelerators", id: addition.accelerator };

type Props = { addition: Addition; onTaken: () => void; notify: (message: string) => void };

/** Adds what a page of the catalog sent here to the plan, as one step of undo, once the records of both have come. */
export default function TakeAddition({ addition, onTaken, notify }: Props) {
  const { state, dispatch } = usePlanner();
  const { engine, scenario, records } = state;
  const wanted = recordOf(addition);
  const lacking = Object.hasOwn(records[wanted.kind], wanted.id) ? [] : [wanted];
  useRecords(lacking, dispatch, notify);
  useEffect(() => {
    if (!engine || lacking.length > 0 || missingRecords(scenario, records).length > 0) return;
    const added = engine.add(scenario, addition, records);
    onTaken();
    if (added.ok) dispatch({ type: "change", scenario: added.scenario });
    notify(added.ok ? `${added.message} Undo brings back what it was.` : added.message);
  }, [addition, engine, scenario, records, lacking.length, dispatch, notify, onTaken]);
  return null;
}
