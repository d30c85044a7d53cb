"use client";

import { useEffect, useRef } from "react";
import type { PlannerState } from "@/components/planner/planner-state";
import type { TopologyEstimate } from "@/lib/engine";

/** The topologies of a plan; those that were composed last stay until the next are there. */
export function useTopologies({ estimate, estimated }: PlannerState): {
  found: readonly TopologyEstimate[];
  isCurrent: boolean;
} {
  const last = useRef<readonly TopologyEstimate[]>([]);
  useEffect(() => {
    if (estimate.topologies) last.current = estimate.topologies;
  }, [estimate.topologies]);
  const asked = estimated.topologies !== undefined;
  return {
    found: estimate.topologies ?? (asked ? last.current : []),
    isCurrent: !asked || estimate.topologies !== undefined,
  };
}
