"use client";

import { usePlanner } from "@/components/planner/planner-context";
import type { OptionPatch } from "@/lib/scenario/patch";
import type { BoardRow } from "@/lib/view/board/board";

type Props = { row: BoardRow; label: string; patch: OptionPatch };

/** One change of a row, in one click; undo takes it back. */
export function RepairButton({ row, label, patch }: Props) {
  const { dispatch } = usePlanner();
  return (
    <button
      type="button"
      onClick={() => dispatch({ type: "patch-option", option: row.index, patch })}
      className="touch rounded border border-line-strong bg-surface px-2 py-0.5 text-left font-normal text-xs hover:border-text"
    >
      {label}
      <span className="sr-only"> for {row.name}</span>
    </button>
  );
}
