"use client";

import { ChartFrame } from "@/components/charts/chart-frame";
import { RooflinePanel } from "@/components/charts/roofline-panel";
import { roofline, rooflineTable } from "@/lib/view/roofline";
import { figureCell } from "./figure-cell";
import type { TabProps } from "./result-tabs";

/** Every operator under the roof of its accelerator. */
export default function RooflineTab({ estimate, slots }: TabProps) {
  "use memo";
  const roofs = roofline(estimate);
  return (
    <ChartFrame
      title="Operators under the roofline"
      caption="On the slope an operator waits for memory, under the flat roof for arithmetic."
      table={rooflineTable(estimate)}
      explained={figureCell}
    >
      {roofs ? (
        <RooflinePanel roofline={roofs} slots={slots} />
      ) : (
        <p>No option can run, so there is nothing to draw.</p>
      )}
    </ChartFrame>
  );
}
