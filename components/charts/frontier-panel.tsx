"use client";

import type { Frontier } from "@/lib/view/frontier";
import { FrontierChart } from "./frontier-chart";

type Props = {
  frontier: Frontier;
  slots: Map<string, number>;
  /** The option whose line stands out; null for none. */
  hovered?: number | null;
};

/** The frontier with a word on what is not in it. */
export function FrontierPanel({ frontier, slots, hovered = null }: Props) {
  const { series, leftOut } = frontier;
  const faint = series.some(({ points }) => points.some(({ kept }) => !kept));
  return (
    <div>
      {series.length > 0 && <p className="pl-1 text-2xs text-muted">Cost, blended, $ per Mtok</p>}
      {series.length > 0 && (
        <div className="h-72" aria-hidden="true">
          <FrontierChart frontier={frontier} slots={slots} hovered={hovered} />
        </div>
      )}
      {faint && <p className="mt-1 text-muted text-xs">Faint where the mean misses a goal.</p>}
      {leftOut.map(({ name, why }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: options have no identity but their place
        <p key={index} className="mt-1 text-muted text-xs">
          {name} is not drawn: it {why}.
        </p>
      ))}
    </div>
  );
}
