"use client";

import { ChartFrame } from "@/components/charts/chart-frame";
import { MonthlyChart } from "@/components/charts/monthly-chart";
import { monthlyTable, months } from "@/lib/view/monthly";
import { percent } from "@/lib/view/percent";
import { figureCell } from "./figure-cell";
import type { TabProps } from "./result-tabs";

/** What each option serves and costs in a month. */
export default function MonthlyTab({ estimate, slots }: TabProps) {
  "use memo";
  const { utilisation } = estimate.scenario.finance;
  return (
    <ChartFrame
      title="A month of each option"
      caption={`Paid around the clock, at this load for ${percent(utilisation, 0)} of it. A month is a twelfth of a year.`}
      table={monthlyTable(estimate)}
      explained={figureCell}
    >
      <MonthlyChart months={months(estimate)} slots={slots} />
    </ChartFrame>
  );
}
