"use client";

import { type Dispatch, useEffect, useRef } from "react";
import { fragmentOf, tabIn } from "@/components/planner/plan-address";
import type { PlannerAction } from "@/components/planner/planner-action";
import type { ResultTab } from "@/components/planner/planner-state";

/** Keeps the open tab of a saved plan in its address, so that a reload and a link open it again. */
export function useTabAddress(tab: ResultTab, dispatch: Dispatch<PlannerAction>) {
  const read = useRef(false);
  useEffect(() => {
    if (!read.current) {
      read.current = true;
      const open = tabIn(location.hash);
      if (open && open !== tab) {
        dispatch({ type: "tab", tab: open });
        return;
      }
    }
    const fragment = fragmentOf(null, tab);
    if (fragment !== location.hash)
      history.replaceState(history.state, "", `${location.pathname}${fragment}`);
  }, [tab, dispatch]);
}
