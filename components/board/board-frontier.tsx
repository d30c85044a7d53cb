"use client";

import { useDeferredValue } from "react";
import { FrontierPanel } from "@/components/charts/frontier-panel";
import { usePlanner } from "@/components/planner/planner-context";
import type { Estimate } from "@/lib/engine";

type Props = { estimate: Estimate; slots: Map<string, number>; hovered: number | null };

/** What a faster answer costs, beside the table: every option from one request in flight to a full memory. */
export default function BoardFrontier({ estimate, slots, hovered }: Props) {
  const drawn = useDeferredValue(estimate);
  return <Drawn estimate={drawn} slots={slots} hovered={useDeferredValue(hovered)} />;
}

function Drawn({ estimate, slots, hovered }: Props) {
  "use memo";
  const { engine, records } = usePlanner().state;
  if (!engine) return null;
  return <FrontierPanel frontier={engine.frontier(estimate, records)} slots={slots} hovered={hovered} />;
}
