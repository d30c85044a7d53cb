"use client";

import { useRef } from "react";
import { usePlanSearch } from "@/components/board/use-plan-search";
import { ChartFrame } from "@/components/charts/chart-frame";
import { SensitivityChart } from "@/components/charts/sensitivity-chart";
import { inCurrency } from "@/lib/view/currency";
import { lookupOf } from "@/lib/view/lookup-of";
import { optionNames } from "@/lib/view/option-name";
import { seriesColor } from "@/lib/view/palette";
import { sensitivityOf, sensitivityTable } from "@/lib/view/sensitivity";
import { usePlanner } from "./planner-context";
import type { TabProps } from "./result-tabs";

/** Which inputs the cost of one option hangs on. */
export default function SensitivityTab({ estimate, slots, row }: TabProps) {
  "use memo";
  const { engine, records } = usePlanner().state;
  const place = useRef<HTMLDivElement>(null);
  const { found, byMeans = "Each finds its own operating point, as the board does." } = usePlanSearch(
    { find: "sensitivity" },
    row,
    place,
  );
  if (!engine) return <p className="grid h-[26rem] place-items-center text-muted">Loading the engine…</p>;
  const name = optionNames(estimate)[row] ?? "";
  const { scenario } = estimate;
  const rows = found ?? sensitivityOf(scenario, lookupOf(records, scenario), row, { simulate: false });
  return (
    <div ref={place}>
      <ChartFrame
        title={`What moves the cost of ${name}`}
        caption={`Each input alone, a fifth down and up or to its neighbouring choice; everything else stays. Left is cheaper. ${byMeans}`}
        table={inCurrency(sensitivityTable(name, rows), scenario.currency)}
      >
        {rows.length > 0 ? (
          <SensitivityChart rows={rows} color={seriesColor(slots[row])} currency={scenario.currency} />
        ) : (
          <p>This option has no cost that could move: it does not fit, or no price is known.</p>
        )}
      </ChartFrame>
    </div>
  );
}
