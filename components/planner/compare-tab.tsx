"use client";

import { ChartFrame } from "@/components/charts/chart-frame";
import { compareTable } from "@/lib/view/compare";
import { figureCell } from "./figure-cell";
import type { TabProps } from "./result-tabs";

/** All options in one table; every number explains itself. */
export default function CompareTab({ estimate }: Pick<TabProps, "estimate">) {
  "use memo";
  return (
    <ChartFrame
      title="Options side by side"
      table={compareTable(estimate)}
      transposed
      explained={figureCell}
    />
  );
}
