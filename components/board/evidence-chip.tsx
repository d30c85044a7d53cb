"use client";

import { lazy, Suspense, useMemo } from "react";
import { usePlanner } from "@/components/planner/planner-context";
import { measuredScenario } from "@/lib/view/operating";
import { EvidenceWords } from "./evidence-words";

// It asks the server, so it is no part of the first answer.
const MeasuredChip = lazy(() => import("./measured-chip"));

/** What a row rests on: a measurement nearby, or how wide predictions of its kind were off. */
export function EvidenceChip({ option, text }: { option: number; text: string }) {
  const { state } = usePlanner();
  // The same object as long as it is the same plan: it is asked for once.
  const measured = useMemo(() => measuredScenario(state.estimate), [state.estimate]);
  if (!state.engine || state.frozen || text === "–") return <EvidenceWords text={text} />;
  return (
    <Suspense fallback={<EvidenceWords text={text} />}>
      <MeasuredChip scenario={measured} option={option} text={text} />
    </Suspense>
  );
}
