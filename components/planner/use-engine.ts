"use client";

import { type Dispatch, startTransition, useEffect } from "react";
import { loadTip } from "@/components/ui/term";
import type { PlannerAction } from "./planner-action";

type Notify = (message: string) => void;

/** Loads the engine once the page has been painted. */
export function useEngine(dispatch: Dispatch<PlannerAction>, notify: Notify) {
  useEffect(() => {
    let gone = false;
    async function load() {
      const { plannerEngine } = await import("./planner-engine");
      if (gone) return;
      // Parts of the server's page whose code is still on its way would be taken out until it is here.
      startTransition(() => dispatch({ type: "engine", engine: plannerEngine }));
      // The next click is likely to ask why; by then the answer's code is here.
      await Promise.all([import("../explain/explanation-drawer"), loadTip()]);
    }
    load().catch(() => notify("Part of the page did not load. Reload it to change the plan."));
    return () => {
      gone = true;
    };
  }, [dispatch, notify]);
}
