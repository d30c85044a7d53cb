"use client";

import { ChartFrame } from "@/components/charts/chart-frame";
import { MemoryChart } from "@/components/charts/memory-chart";
import { memoryBars, memoryTable } from "@/lib/view/memory";
import type { TabProps } from "./result-tabs";

/** What fills the memory of one accelerator of each option. */
export default function MemoryTab({ estimate, slots }: TabProps) {
  return (
    <ChartFrame
      title="Memory of one accelerator"
      caption="What fills it, against its capacity. What the KV cache gets decides how many requests run together."
      table={memoryTable(estimate)}
    >
      <MemoryChart bars={memoryBars(estimate)} slots={slots} />
    </ChartFrame>
  );
}
