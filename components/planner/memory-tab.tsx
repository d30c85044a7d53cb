"use client";

import { ChartFrame } from "@/components/charts/chart-frame";
import { MemoryChart } from "@/components/charts/memory-chart";
import { memoryBars, memoryTable } from "@/lib/view/memory";
import type { TabProps } from "./result-tabs";

/** What fills the memory of one accelerator of each option. */
export default function MemoryTab({ estimate, slots }: TabProps) {
  "use memo";
  const share = Math.round(estimate.scenario.serving.memoryFraction * 100);
  return (
    <ChartFrame
      title="Memory of one accelerator"
      caption={`What fills it at this load. The dashed line is the ${share} % that the server may take; what the KV cache gets of it decides how many requests run together.`}
      table={memoryTable(estimate)}
    >
      <MemoryChart bars={memoryBars(estimate)} slots={slots} />
    </ChartFrame>
  );
}
