"use client";

import { lazy, Suspense } from "react";
import { usePlanner } from "@/components/planner/planner-context";
import { Swatch } from "@/components/ui/swatch";
import type { BoardRow } from "@/lib/view/board/board";
import { missedText } from "@/lib/view/standing";

// Most rows keep the goals: what says otherwise is loaded where it is needed.
const RowRepairs = lazy(() => import("./row-repairs"));
const RowLayout = lazy(() => import("./row-layout"));

type Props = { row: BoardRow; slot: number; chosen: boolean };

/** An option's name, which chooses its details; below it what changes the answer: a doubt, or what it misses. */
export function RowName({ row, slot, chosen }: Props) {
  const { state, dispatch } = usePlanner();
  const { option, standing, index, name } = row;
  const refused = option.verdict.feasible ? "" : option.verdict.message;
  const missed = refused || missedText(standing);
  return (
    <>
      <span className="flex items-baseline gap-2">
        <Swatch slot={slot} />
        <button
          type="button"
          aria-pressed={chosen}
          onClick={() => dispatch({ type: "row", row: index })}
          className="said touch wrap-anywhere min-h-6 text-left font-medium hover:text-accent hover:underline aria-pressed:text-accent"
        >
          {name}
        </button>
      </span>
      {standing.doubts.map(({ short, text }) => (
        <span key={text} title={text} className="block font-normal text-warn text-xs">
          {short}
        </span>
      ))}
      {missed && <span className="block font-normal text-bad text-xs first-letter:uppercase">{missed}</span>}
      {!state.frozen && (
        <Suspense fallback={missed && <span className="mt-1 block min-h-6" />}>
          {missed ? <RowRepairs row={row} /> : state.engine && <RowLayout row={row} />}
        </Suspense>
      )}
    </>
  );
}
