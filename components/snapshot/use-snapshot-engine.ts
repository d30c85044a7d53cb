"use client";

import { type Dispatch, useEffect } from "react";
import type { PlannerAction } from "@/components/planner/planner-action";

/** Loads what explains the numbers of a saved plan, once the plan has been painted. */
export function useSnapshotEngine(dispatch: Dispatch<PlannerAction>, wanted: boolean) {
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    // Without it the numbers still show; they only cannot be asked.
    import("@/components/planner/planner-engine").then(
      ({ plannerEngine }) => !gone && dispatch({ type: "engine", engine: plannerEngine }),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [dispatch, wanted]);
}
