"use client";

import { lazy, Suspense, useEffect, useRef, useState } from "react";
import type { PickerLists } from "@/components/planner/picker-item";
import { usePlanner } from "@/components/planner/planner-context";
import { type QuestionPart, questionPaths, questionSentence } from "@/lib/view/board/question";

const QuestionForm = lazy(() => import("./question-form"));

/** The question as one sentence; each of its parts opens a small form of its own. */
export function QuestionBar({ lists }: { lists: PickerLists }) {
  "use memo";
  const { state } = usePlanner();
  const [open, setOpen] = useState<QuestionPart | null>(null);
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!open) return;
    const outside = ({ target }: Event) => {
      // A list that a form has opened lies beside the bar in the page, not in it.
      if (
        target instanceof Element &&
        !bar.current?.contains(target) &&
        !target.closest("[data-base-ui-portal]")
      )
        setOpen(null);
    };
    addEventListener("pointerdown", outside);
    return () => removeEventListener("pointerdown", outside);
  }, [open]);
  const { scenario, records } = state;
  const nameOf = (id: string) =>
    scenario.custom?.models?.[id]?.name ??
    lists.models.find((item) => item.id === id)?.name ??
    lists.places.find((item) => item.id === id)?.name ??
    records.places[id]?.name ??
    id;
  const isDrafted = (part: QuestionPart) => questionPaths(part, scenario).some((path) => state.drafts[path]);
  return (
    <section
      ref={bar}
      aria-label="The question"
      className="relative min-w-0 grow"
      onKeyDown={({ key }) => key === "Escape" && setOpen(null)}
    >
      <p className="flex flex-wrap items-baseline gap-x-1.5 gap-y-1 text-base">
        {questionSentence(scenario, nameOf).map(({ part, lead, text }) => (
          <span key={part} className="flex items-baseline gap-x-1.5">
            <span className={`text-muted ${lead === "·" ? "max-md:hidden" : ""}`}>{lead}</span>
            <button
              type="button"
              data-part={part}
              aria-expanded={open === part}
              onClick={() => setOpen(open === part ? null : part)}
              className={`said touch rounded-md border bg-surface px-2 py-0.5 text-left font-medium hover:border-text aria-expanded:border-accent aria-expanded:text-accent print:border-none print:px-0 ${isDrafted(part) ? "border-bad text-bad" : "border-line-strong"}`}
            >
              {text}
              {isDrafted(part) && <span className="sr-only">, something in it does not count</span>}
            </button>
          </span>
        ))}
      </p>
      {open && (
        <Suspense>
          <QuestionForm part={open} lists={lists} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </section>
  );
}
