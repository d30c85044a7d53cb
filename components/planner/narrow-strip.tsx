"use client";

import { Segmented } from "@/components/ui/segmented";
import { answerOf } from "@/lib/view/board/answer";
import { boardOf } from "@/lib/view/board/board";
import { usePlanner } from "./planner-context";
import type { Section } from "./planner-state";

const sections: readonly { value: Section; label: string }[] = [
  { value: "inputs", label: "Inputs" },
  { value: "results", label: "Answer" },
  { value: "compare", label: "Details" },
];

/** On a phone: the answer, always in sight, and which part of the planner is below it. */
export function NarrowStrip() {
  const { state, dispatch } = usePlanner();
  const answer = answerOf(state.estimate, boardOf(state.estimate));
  return (
    <div className="fixed inset-x-0 top-14 z-30 h-[5.5625rem] border-line border-b bg-surface px-3 pb-2 md:hidden">
      <p className="results flex items-baseline justify-between gap-2 py-1.5" aria-hidden="true">
        <span className="shrink-0 font-semibold text-base">
          {answer.kind === "none" ? answer.says : (answer.month ?? answer.token.text)}
          {answer.kind === "found" && answer.month && (
            <span className="font-normal text-muted text-xs"> a month · {answer.token.text}</span>
          )}
        </span>
        <span className="truncate text-muted">{answer.kind === "found" && answer.name}</span>
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
