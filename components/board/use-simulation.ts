"use client";

import { type Dispatch, useEffect } from "react";
import type { PlannerAction } from "@/components/planner/planner-action";
import type { PlannerState } from "@/components/planner/planner-state";
import { simulate, stopSimulating } from "./simulation-workers";

/** An input that moves is left alone for so long: a simulation of each of its stops would be thrown away. */
const REST_MS = 60;

/** Simulates the percentiles of a plan in workers once its inputs rest, and hands on each option as it is done. */
export function useSimulation(
  { engine, estimate, estimated, records, frozen }: PlannerState,
  dispatch: Dispatch<PlannerAction>,
) {
  const isOpen = estimate.options.map(({ operation }) => operation !== undefined && !operation.percentiles);
  // The answers that come in are no reason to ask anew: the plan is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is open follows from the plan
  useEffect(() => {
    if (!engine || frozen || !isOpen.includes(true)) return;
    const tasks = isOpen.flatMap((open, option) => (open ? [{ scenario: estimated, option, records }] : []));
    const timer = setTimeout(() => {
      simulate(tasks, (option, found) => dispatch({ type: "simulated", scenario: estimated, option, found }));
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      stopSimulating();
    };
  }, [engine, estimated, records, frozen, dispatch]);
}
