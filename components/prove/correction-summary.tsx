"use client";

import type { OptionEstimate } from "@/lib/engine";
import { correctionLines } from "@/lib/view/prove/correction-lines";
import type { MeasuredRunView } from "@/lib/view/prove/measured-runs";
import { usePlanner } from "../planner/planner-context";

type Props = { option: OptionEstimate | undefined; index: number; runs: readonly MeasuredRunView[] };

/** What the measurements make of an option's times, each with the way to its explanation. */
export function CorrectionSummary({ option, index, runs }: Props) {
  const { dispatch } = usePlanner();
  const lines = option ? correctionLines(option, runs) : [];
  if (lines.length === 0) return null;
  return (
    <ul className="grid gap-1 rounded-md border border-line bg-surface p-3 text-sm">
      {lines.map(({ id, text }) => (
        <li key={id}>
          <button
            type="button"
            className="text-left underline decoration-dotted underline-offset-4 hover:text-accent"
            onClick={() => dispatch({ type: "explain", option: index, quantity: id })}
          >
            {text}
          </button>
        </li>
      ))}
    </ul>
  );
}
