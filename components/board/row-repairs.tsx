"use client";

import { usePlanner } from "@/components/planner/planner-context";
import type { BoardRow } from "@/lib/view/board/board";

/** What would make a row work, one click each. */
export default function RowRepairs({ row }: { row: BoardRow }) {
  const { dispatch } = usePlanner();
  const { verdict } = row.option;
  if (verdict.feasible || verdict.repairs.length === 0) return null;
  return (
    <span className="mt-1 flex flex-wrap gap-1">
      {verdict.repairs.map(({ label, patch }) => (
        <button
          key={label}
          type="button"
          onClick={() => dispatch({ type: "patch-option", option: row.index, patch })}
          className="touch rounded border border-line-strong bg-surface px-2 py-0.5 font-normal text-xs hover:border-text"
        >
          {label}
          <span className="sr-only"> for {row.name}</span>
        </button>
      ))}
    </span>
  );
}
