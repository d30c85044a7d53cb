"use client";

import { type Dispatch, useEffect } from "react";
import type { PlannerAction } from "@/components/planner/planner-action";
import type { PlannerState } from "@/components/planner/planner-state";

/** An input that moves is left alone for so long: a simulation of each of its stops would be thrown away. */
const REST_MS = 40;

/** Loaded with the first change: the page opens with percentiles. */
let workers: typeof import("./simulation-workers") | undefined;

/** Simulates the percentiles of a plan in workers once its inputs rest, and hands on what is done. */
export function useSimulation(
  { engine, estimate, estimated, records, frozen }: PlannerState,
  dispatch: Dispatch<PlannerAction>,
) {
  const open = estimate.options.flatMap(({ operation }, option) =>
    operation && !operation.percentiles ? [option] : [],
  );
  // The answers that come in are no reason to ask anew: the plan is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is open follows from the plan
  useEffect(() => {
    if (!engine || frozen || open.length === 0) return;
    let moved = false;
    const rest = new Promise((resolve) => setTimeout(resolve, REST_MS));
    import("./simulation-workers")
      .then(async (loaded) => {
        workers = loaded;
        loaded.prepare();
        await rest;
        if (moved) return;
        loaded.simulate({ scenario: estimated, options: open, records }, (found) =>
          dispatch({ type: "simulated", scenario: estimated, found }),
        );
      })
      // Without it the marks go on saying that percentiles are not known.
      .catch(() => undefined);
    return () => {
      moved = true;
      workers?.stopSimulating();
    };
  }, [engine, estimated, records, frozen, dispatch]);
}
