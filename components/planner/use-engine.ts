"use client";

import { type Dispatch, useEffect } from "react";
import { loadTip } from "@/components/ui/term";
import type { PlannerAction } from "./planner-action";

type Notify = (message: string) => void;

/** What the server has drawn and whose code comes later: a change before that would take it off the page meanwhile. */
const laterParts = () =>
  Promise.allSettled([
    import("../board/board-file"),
    import("../board/row-price"),
    import("../ui/theme-toggle"),
    import("./copy-link-button"),
    import("./format-select"),
    import("./price-note"),
    import("./why-tab"),
  ]);

/** Loads the engine once the page has been painted. */
export function useEngine(dispatch: Dispatch<PlannerAction>, notify: Notify) {
  useEffect(() => {
    let gone = false;
    async function load() {
      const [{ plannerEngine }] = await Promise.all([import("./planner-engine"), laterParts()]);
      if (!gone) dispatch({ type: "engine", engine: plannerEngine });
      // The next click is likely to ask why; by then the answer's code is here.
      await Promise.all([import("../explain/explanation-drawer"), loadTip()]);
    }
    load().catch(() => notify("Part of the page did not load. Reload it to change the plan."));
    return () => {
      gone = true;
    };
  }, [dispatch, notify]);
}
