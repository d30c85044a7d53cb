"use client";

import { ChartFrame } from "@/components/charts/chart-frame";
import { MemoryChart } from "@/components/charts/memory-chart";
import { memoryBars, memoryTable } from "@/lib/view/memory";
import { percent } from "@/lib/view/percent";
import { figureCell } from "./figure-cell";
import type { TabProps } from "./result-tabs";

/** What fills the memory of one accelerator of each option. */
export default function MemoryTab({ estimate, slots }: TabProps) {
  "use memo";
  const share = percent(estimate.scenario.serving.memoryFraction, 0);
  return (
    <ChartFrame
      title="Memory of one accelerator"
      caption={`What fills it at this load. The dashed line is how far the server may fill it at a memory fraction of ${share}; what the KV cache gets of that decides how many requests run together.`}
      table={memoryTable(estimate)}
      explained={figureCell}
    >
      <MemoryChart bars={memoryBars(estimate)} slots={slots} />
    </ChartFrame>
  );
}
