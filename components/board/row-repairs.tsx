"use client";

import { usePlanner } from "@/components/planner/planner-context";
import type { BoardRow } from "@/lib/view/board/board";
import { moneyText } from "@/lib/view/currency";
import { RepairButton } from "./repair-button";
import { useOptionSearches } from "./use-option-searches";

/** What would make a row work, one click each: what makes it run, or what makes it keep its goals. */
export default function RowRepairs({ row }: { row: BoardRow }) {
  const { dispatch } = usePlanner();
  const { verdict } = row.option;
  if (verdict.feasible) return <GoalRepairs row={row} />;
  if (verdict.repairs.length === 0) return null;
  return (
    <span className="mt-1 flex flex-wrap gap-1">
      {verdict.repairs.map(({ label, patch }) => (
        <RepairButton
          key={label}
          label={label}
          of={row.name}
          onClick={() => dispatch({ type: "patch-option", option: row.index, patch })}
        />
      ))}
    </span>
  );
}

function GoalRepairs({ row }: { row: BoardRow }) {
  const { state, dispatch } = usePlanner();
  const repairs = useOptionSearches({ find: "repairs" }, state.engine ? [row.index] : []).get(row.index);
  if (!repairs)
    return <span className="mt-1 block min-h-6 font-normal text-muted text-xs">Looking for a repair…</span>;
  if (repairs.length === 0)
    return (
      <span className="mt-1 block min-h-6 font-normal text-muted text-xs">
        No layout, format or batch of it keeps the goals.
      </span>
    );
  return (
    <span className="mt-1 flex flex-wrap gap-1">
      {repairs.map(({ label, patch, month }) => (
        <RepairButton
          key={label}
          label={`${label}: ${moneyText(month, "USD", state.scenario.currency).number} a month`}
          of={row.name}
          onClick={() => dispatch({ type: "patch-option", option: row.index, patch })}
        />
      ))}
    </span>
  );
}
