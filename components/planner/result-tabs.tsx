"use client";

import { lazy, Suspense, useDeferredValue } from "react";
import { Tabs } from "@/components/ui/tabs";
import type { Estimate } from "@/lib/engine";
import { seriesSlots } from "@/lib/view/palette";
import { CompareTab } from "./compare-tab";
import { usePlanner } from "./planner-context";
import type { ResultTab } from "./planner-state";

// These charts are not in the first paint, so neither is their code.
const MemoryTab = lazy(() => import("./memory-tab"));
const RooflineTab = lazy(() => import("./roofline-tab"));

/** What a tab draws, with the colour slot of each accelerator. */
export type TabProps = { estimate: Estimate; slots: Map<string, number> };

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
  return (
    <Tabs
      label="Views of the result"
      value={state.tab}
      tabs={tabs}
      onChange={(tab) => dispatch({ type: "tab", tab })}
    >
      {state.tab === "compare" && <CompareTab estimate={estimate} />}
      <Suspense fallback={<p className="grid h-[26rem] place-items-center text-muted">Drawing…</p>}>
        {state.tab === "memory" && <MemoryTab estimate={estimate} slots={slots} />}
        {state.tab === "roofline" && <RooflineTab estimate={estimate} slots={slots} />}
      </Suspense>
    </Tabs>
  );
}
