"use client";

import { useEffect } from "react";
import type { SimulationOrder } from "@/components/board/simulation-worker";
import { usePlanner } from "@/components/planner/planner-context";
import type { TopologyEstimate } from "@/lib/engine";
import { localeTag } from "@/lib/units";

/** An input that moves is left alone for so long (ms). */
const REST_MS = 120;

let worker: Worker | null = null;
let run = 0;

/** Composes the topologies of a plan that has some, in a worker, once its inputs rest; draws nothing. */
export default function ComposeTopologies() {
  const { state, dispatch } = usePlanner();
  const { engine, estimate, estimated, records } = state;
  const isOpen = engine !== null && estimated.topologies !== undefined && !estimate.topologies;
  useEffect(() => {
    if (!isOpen) return;
    const timer = setTimeout(() => {
      worker ??= new Worker(new URL("../board/simulation-worker.ts", import.meta.url), {
        type: "module",
        name: localeTag() ?? "",
      });
      const mine = ++run;
      worker.onmessage = ({ data }: MessageEvent<{ run: number; found: readonly TopologyEstimate[] }>) => {
        if (data.run === mine) dispatch({ type: "composed", scenario: estimated, found: data.found });
      };
      const orders: SimulationOrder[] = [
        { records },
        { scenario: estimated },
        { run: mine, option: "topologies" },
      ];
      for (const order of orders) worker.postMessage(order);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [isOpen, estimated, records, dispatch]);
  return null;
}
