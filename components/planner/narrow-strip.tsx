"use client";

import { Segmented } from "@/components/ui/segmented";
import { formatQuantity } from "@/lib/units";
import { cheapestOption, costQuantity, interval } from "@/lib/view/headline";
import { optionNames } from "@/lib/view/option-name";
import { usePlanner } from "./planner-context";
import type { Section } from "./planner-state";

const sections: readonly { value: Section; label: string }[] = [
  { value: "inputs", label: "Inputs" },
  { value: "results", label: "Results" },
  { value: "compare", label: "Compare" },
];

/** On a phone: the answer, always in sight, and which part of the planner is below it. */
export function NarrowStrip() {
  const { state, dispatch } = usePlanner();
  const best = cheapestOption(state.estimate, state.cost);
  const option = best === null ? undefined : state.estimate.options[best];
  const found = option && interval(option, costQuantity[state.cost]);
  const text = found && formatQuantity(found.value, "USD/tok");
  return (
    <div className="sticky top-14 z-30 border-line border-b bg-surface px-3 pb-2 md:hidden">
      <p className="results flex items-baseline justify-between gap-2 py-1.5" aria-hidden="true">
        <span className="font-semibold text-base">
          {text ? text.number : "No answer"}
          {text && <span className="font-normal text-muted text-xs"> {text.unit}</span>}
        </span>
        <span className="truncate text-muted">{best !== null && optionNames(state.estimate)[best]}</span>
      </p>
      <Segmented
        label="Part of the planner"
        value={state.section}
        choices={sections}
        onChange={(section) => dispatch({ type: "section", section })}
        className="w-full"
      />
    </div>
  );
}
