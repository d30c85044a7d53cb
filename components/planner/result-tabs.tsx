"use client";

import { useDeferredValue } from "react";
import { ChartFrame } from "@/components/charts/chart-frame";
import { MemoryChart } from "@/components/charts/memory-chart";
import { RooflinePanel } from "@/components/charts/roofline-panel";
import { Tabs } from "@/components/ui/tabs";
import { compareTable } from "@/lib/view/compare";
import { memoryBars, memoryTable } from "@/lib/view/memory";
import { seriesSlots } from "@/lib/view/palette";
import { roofline, rooflineTable } from "@/lib/view/roofline";
import { FigureButton } from "./figure-button";
import { usePlanner } from "./planner-context";
import type { ResultTab } from "./planner-state";

const tabs: readonly { value: ResultTab; label: string }[] = [
  { value: "compare", label: "Compare" },
  { value: "memory", label: "Memory" },
  { value: "roofline", label: "Roofline" },
];

/** The estimate seen from one side at a time. Drawn a moment after the cards, which must keep up with a slider. */
export function ResultTabs() {
  const { state, dispatch } = usePlanner();
  const estimate = useDeferredValue(state.estimate);
  const slots = seriesSlots(estimate.options.map((option) => option.accelerator.id));
  const roofs = state.tab === "roofline" ? roofline(estimate) : null;
  return (
    <Tabs
      id="results"
      label="Views of the result"
      value={state.tab}
      tabs={tabs}
      onChange={(tab) => dispatch({ type: "tab", tab })}
    >
      {state.tab === "compare" && (
        <ChartFrame
          title="Options side by side"
          table={compareTable(estimate)}
          numberCell={({ row, column, value, unit }) => (
            <FigureButton
              option={row}
              quantity={column.id}
              value={value}
              unit={unit}
              label={`${column.label}, option ${row + 1}`}
              hideUnit
            />
          )}
        />
      )}
      {state.tab === "memory" && (
        <ChartFrame
          title="Memory of one accelerator"
          caption="What fills it, against its capacity. What the KV cache gets decides how many requests run together."
          table={memoryTable(estimate)}
        >
          <MemoryChart bars={memoryBars(estimate)} slots={slots} />
        </ChartFrame>
      )}
      {state.tab === "roofline" && (
        <ChartFrame
          title="Operators under the roofline"
          caption="On the slope an operator waits for memory, under the flat roof for arithmetic."
          table={rooflineTable(estimate)}
        >
          {roofs ? (
            <RooflinePanel roofline={roofs} slots={slots} />
          ) : (
            <p>No option fits, so there is nothing to draw.</p>
          )}
        </ChartFrame>
      )}
    </Tabs>
  );
}
