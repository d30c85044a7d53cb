"use client";

import { lazy, Suspense } from "react";
import { Tabs } from "@/components/ui/tabs";
import type { Estimate } from "@/lib/engine";
import { seriesSlots } from "@/lib/view/palette";
import { usePlanner } from "./planner-context";
import type { ResultTab } from "./planner-state";
import { useSettled } from "./use-settled";

// Details stand below the answer: their code comes after it.
const views = {
  why: lazy(() => import("./why-tab")),
  traffic: lazy(() => import("./traffic-tab")),
  topologies: lazy(() => import("@/components/topologies/topologies-tab")),
  compare: lazy(() => import("./compare-tab")),
  memory: lazy(() => import("./memory-tab")),
  roofline: lazy(() => import("./roofline-tab")),
  levers: lazy(() => import("./levers-tab")),
  sensitivity: lazy(() => import("./sensitivity-tab")),
  monthly: lazy(() => import("@/components/money/money-tab")),
  prove: lazy(() => import("../prove/prove-tab")),
};

/** What a tab draws: the options, the colour slot of each, and the row that is looked at. */
export type TabProps = { estimate: Estimate; slots: readonly number[]; row: number };

const tabs: readonly { value: ResultTab; label: string }[] = [
  { value: "why", label: "Why" },
  { value: "traffic", label: "Traffic" },
  { value: "topologies", label: "Topologies" },
  { value: "compare", label: "All figures" },
  { value: "memory", label: "Memory" },
  { value: "roofline", label: "Roofline" },
  { value: "levers", label: "Levers" },
  { value: "sensitivity", label: "Sensitivity" },
  { value: "monthly", label: "Money" },
  { value: "prove", label: "Prove" },
];

/** Views that need the engine for more than the estimate. */
const computed: ReadonlySet<ResultTab> = new Set(["levers", "sensitivity"]);

/** The details of one row, one side at a time. Drawn a moment after the board, which must keep up with a slider. */
export function ResultTabs({ row }: { row: number }) {
  const { state, dispatch } = usePlanner();
  const settled = useSettled(state.estimate);
  // A saved plan is swept by today's engine, which reads its scenario as today's schema does.
  const estimate = state.frozen ? { ...settled, scenario: state.scenario } : settled;
  const slots = seriesSlots(estimate.options.map((option) => option.accelerator.id));
  const Drawn = views[state.tab];
  return (
    <Tabs
      label="Details of the chosen row"
      value={state.tab}
      tabs={state.frozen && !state.engine ? tabs.filter(({ value }) => !computed.has(value)) : tabs}
      onChange={(tab) => dispatch({ type: "tab", tab })}
    >
      <Suspense fallback={<p className="grid h-[26rem] place-items-center text-muted">Drawing…</p>}>
        <Drawn estimate={estimate} slots={slots} row={Math.min(row, estimate.options.length - 1)} />
      </Suspense>
    </Tabs>
  );
}
