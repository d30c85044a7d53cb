"use client";

import { lazy, Suspense, useDeferredValue } from "react";
import { Tabs } from "@/components/ui/tabs";
import type { Estimate } from "@/lib/engine";
import { seriesSlots } from "@/lib/view/palette";
import { CompareTab } from "./compare-tab";
import { usePlanner } from "./planner-context";
import type { ResultTab } from "./planner-state";

// These charts are not in the first paint, so neither is their code.
const lazyTabs = {
  frontier: lazy(() => import("./frontier-tab")),
  roofline: lazy(() => import("./roofline-tab")),
  memory: lazy(() => import("./memory-tab")),
  sensitivity: lazy(() => import("./sensitivity-tab")),
  monthly: lazy(() => import("@/components/money/money-tab")),
  prove: lazy(() => import("../prove/prove-tab")),
};

/** What a tab draws, with the colour slot of each accelerator. */
export type TabProps = { estimate: Estimate; slots: Map<string, number> };

const tabs: readonly { value: ResultTab; label: string }[] = [
  { value: "compare", label: "Compare" },
  { value: "frontier", label: "Frontier" },
  { value: "roofline", label: "Roofline" },
  { value: "memory", label: "Memory" },
  { value: "sensitivity", label: "Sensitivity" },
  { value: "monthly", label: "Money" },
  { value: "prove", label: "Prove" },
];

/** Views that need the engine for more than the estimate. */
const computed: ReadonlySet<ResultTab> = new Set(["frontier", "sensitivity"]);

/** The estimate seen from one side at a time. Drawn a moment after the cards, which must keep up with a slider. */
export function ResultTabs() {
  const { state, dispatch } = usePlanner();
  const deferred = useDeferredValue(state.estimate);
  // A saved plan is swept by today's engine, which reads its scenario as today's schema does.
  const estimate = state.frozen ? { ...deferred, scenario: state.scenario } : deferred;
  const slots = seriesSlots(estimate.options.map((option) => option.accelerator.id));
  const Drawn = state.tab === "compare" ? null : lazyTabs[state.tab];
  return (
    <Tabs
      label="Views of the result"
      value={state.tab}
      tabs={state.frozen && !state.engine ? tabs.filter(({ value }) => !computed.has(value)) : tabs}
      onChange={(tab) => dispatch({ type: "tab", tab })}
    >
      {Drawn ? (
        <Suspense fallback={<p className="grid h-[26rem] place-items-center text-muted">Drawing…</p>}>
          <Drawn estimate={estimate} slots={slots} />
        </Suspense>
      ) : (
        <CompareTab estimate={estimate} />
      )}
    </Tabs>
  );
}
