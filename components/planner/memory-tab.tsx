"use client";

import { ChartFrame } from "@/components/charts/chart-frame";
import { MemoryChart } from "@/components/charts/memory-chart";
import { memoryBars, memoryQuantities, memoryTable } from "@/lib/view/memory";
import { FigureCell } from "./figure-cell";
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
      numberCell={({ row, column, value, unit, hideUnit }) => (
        <FigureCell
          option={row}
          quantity={estimate.options[row]?.memory.length ? memoryQuantities[column.id] : undefined}
          value={value}
          unit={unit}
          label={`${column.label}, option ${row + 1}`}
          hideUnit={hideUnit}
        />
      )}
    >
      <MemoryChart bars={memoryBars(estimate)} slots={slots} />
    </ChartFrame>
  );
}
