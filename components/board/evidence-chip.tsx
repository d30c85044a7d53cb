"use client";

import { lazy, Suspense } from "react";
import { usePlanner } from "@/components/planner/planner-context";

// It asks the server, so it is no part of the first answer.
const MeasuredChip = lazy(() => import("./measured-chip"));

/** What a row rests on: a measurement nearby, or how wide predictions of its kind were off. */
export function EvidenceChip({ option, text }: { option: number; text: string }) {
  const { state } = usePlanner();
  if (!state.engine || state.frozen || text === "–")
    return <span className="whitespace-nowrap text-muted">{text}</span>;
  return (
    <Suspense fallback={<span className="whitespace-nowrap text-muted">{text}</span>}>
      <MeasuredChip scenario={state.estimated} option={option} text={text} />
    </Suspense>
  );
}
