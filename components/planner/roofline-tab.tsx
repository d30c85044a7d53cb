"use client";

import { ChartFrame } from "@/components/charts/chart-frame";
import { RooflinePanel } from "@/components/charts/roofline-panel";
import { roofline, rooflineAddresses, rooflineTable } from "@/lib/view/roofline";
import { FigureCell } from "./figure-cell";
import type { TabProps } from "./result-tabs";

/** Every operator under the roof of its accelerator. */
export default function RooflineTab({ estimate, slots }: TabProps) {
  "use memo";
  const roofs = roofline(estimate);
  const table = rooflineTable(estimate);
  const addresses = rooflineAddresses(estimate);
  return (
    <ChartFrame
      title="Operators under the roofline"
      caption="On the slope an operator waits for memory, under the flat roof for arithmetic."
      table={table}
      numberCell={({ row, column, value, unit, hideUnit }) => {
        const { option = 0, address } = addresses[row] ?? {};
        return (
          <FigureCell
            option={option}
            quantity={column.id === "time" ? address : undefined}
            value={value}
            unit={unit}
            label={`the time of ${table.rows[row]?.operator}, option ${option + 1}`}
            hideUnit={hideUnit}
          />
        );
      }}
    >
      {roofs ? (
        <RooflinePanel roofline={roofs} slots={slots} />
      ) : (
        <p>No option can run, so there is nothing to draw.</p>
      )}
    </ChartFrame>
  );
}
