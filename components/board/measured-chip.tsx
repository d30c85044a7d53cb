"use client";

import { useNearest } from "@/components/accuracy/nearest-note";
import type { Scenario } from "@/lib/scenario/schema";
import { signedPercent } from "@/lib/view/percent";
import { EvidenceWords } from "./evidence-words";

type Props = { scenario: Scenario; option: number; text: string };

/** "measured nearby", where somebody published what this very deployment does, else what predictions are worth. */
export default function MeasuredChip({ scenario, option, text }: Props) {
  const nearest = useNearest(scenario).data?.[option]?.tpot;
  if (nearest?.reach !== "close") return <EvidenceWords text={text} />;
  const off = signedPercent(nearest.predicted / nearest.measured - 1, 0);
  return (
    <span title={`${nearest.words}; ${nearest.source}`} className="text-good">
      measured<span className="max-md:sr-only"> nearby, off {off}</span>
    </span>
  );
}
