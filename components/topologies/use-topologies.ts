"use client";

import { type Dispatch, useEffect, useRef } from "react";
import type { SimulationTask } from "@/components/board/simulation-worker";
import type { PlannerAction } from "@/components/planner/planner-action";
import type { PlannerState } from "@/components/planner/planner-state";
import type { TopologyEstimate } from "@/lib/engine";

/** An input that moves is left alone for so long (ms). */
const REST_MS = 120;

type Found = readonly TopologyEstimate[];

let worker: Worker | null = null;
let run = 0;

/** Composes the topologies of a plan in a worker once its inputs rest; what was found last stays until then. */
export function useTopologies(
  { engine, estimate, estimated, records, frozen }: PlannerState,
  dispatch: Dispatch<PlannerAction>,
): { found: Found; isCurrent: boolean } {
  const last = useRef<Found>([]);
  const asked = estimated.topologies !== undefined;
  const isCurrent = !asked || estimate.topologies !== undefined;
  useEffect(() => {
    if (estimate.topologies) last.current = estimate.topologies;
  }, [estimate.topologies]);
  useEffect(() => {
    if (!engine || frozen || isCurrent) return;
    const timer = setTimeout(() => {
      worker ??= new Worker(new URL("../board/simulation-worker.ts", import.meta.url), { type: "module" });
      const mine = ++run;
      worker.onmessage = ({ data }: MessageEvent<{ run: number; found: Found }>) => {
        if (data.run === mine) dispatch({ type: "composed", scenario: estimated, found: data.found });
      };
      worker.postMessage({
        run: mine,
        scenario: estimated,
        option: "topologies",
        records,
      } satisfies SimulationTask);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [engine, frozen, isCurrent, estimated, records, dispatch]);
  return { found: estimate.topologies ?? (asked ? last.current : []), isCurrent };
}
