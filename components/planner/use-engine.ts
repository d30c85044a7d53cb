"use client";

import { type Dispatch, useEffect } from "react";
import type { PlannerAction } from "./planner-action";

type Notify = (message: string) => void;

/** Loads the engine once the page has been painted. */
export function useEngine(dispatch: Dispatch<PlannerAction>, notify: Notify) {
  useEffect(() => {
    let gone = false;
    import("./planner-engine").then(
      ({ plannerEngine }) => {
        if (!gone) dispatch({ type: "engine", engine: plannerEngine });
      },
      () => notify("Part of the page did not load. Reload it to change the plan."),
    );
    return () => {
      gone = true;
    };
  }, [dispatch, notify]);
}
