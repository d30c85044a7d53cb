"use client";

import { ChartFrame } from "@/components/charts/chart-frame";
import { FrontierPanel } from "@/components/charts/frontier-panel";
import { frontierTable } from "@/lib/view/frontier";
import { usePlanner } from "./planner-context";
import type { TabProps } from "./result-tabs";

/** What a faster answer costs: every option from one request in flight to a full memory. */
export default function FrontierTab({ estimate, slots }: TabProps) {
  "use memo";
  const { engine, records } = usePlanner().state;
  if (!engine) return <p className="grid h-[26rem] place-items-center text-muted">Loading the engine…</p>;
  const found = engine.frontier(estimate, records);
  return (
    <ChartFrame
      title="Cost against speed"
      caption="A larger batch goes left and down: slower for each user, cheaper for each token. The ring is the plan’s own batch."
      table={frontierTable(found)}
    >
      <FrontierPanel frontier={found} slots={slots} />
    </ChartFrame>
  );
}
