"use client";

import { usePlanner } from "@/components/planner/planner-context";
import type { Estimate } from "@/lib/engine";
import { grouped } from "@/lib/units";
import type { Board } from "@/lib/view/board/board";
import { loosened, withLoosened } from "@/lib/view/board/loosened";
import { moneyText } from "@/lib/view/currency";
import { RepairButton } from "./repair-button";
import { useOptionSearches } from "./use-option-searches";

type Props = { estimate: Estimate; board: Board; nearest: number | null };

/** As many as a person weighs. */
const MOST = 3;

/** Where no option keeps the goals: the cheapest changes that would, one click each, and the goals as the nearest option reaches them. */
export default function NoAnswer({ estimate, board, nearest }: Props) {
  const { state, dispatch } = usePlanner();
  const rows = board.rest.filter(({ option }) => option.verdict.feasible);
  const changeable = state.engine !== null && !state.frozen;
  const repairs = useOptionSearches({ find: "repairs" }, changeable ? rows.map(({ index }) => index) : []);
  if (!changeable || rows.length === 0) return null;
  const found = rows
    .flatMap((row) => (repairs.get(row.index) ?? []).map((repair) => ({ row, repair })))
    .toSorted((a, b) => a.repair.rank - b.repair.rank)
    .slice(0, MOST);
  const looking = [...repairs.values()].includes(null);
  const looser = nearest === null ? undefined : loosened(estimate, nearest);
  return (
    <div className="mt-2 flex min-h-9 flex-wrap items-center gap-2">
      {found.map(({ row, repair: { label, month, accelerators, patch } }) => (
        <RepairButton
          key={`${row.index} ${label}`}
          label={`${grouped(accelerators)} × ${row.option.accelerator.name}, ${label}: ${moneyText(month, "USD", state.scenario.currency).number} a month`}
          onClick={() => dispatch({ type: "patch-option", option: row.index, patch })}
        />
      ))}
      {looking && <span className="text-muted text-xs">Looking for changes that keep the goals…</span>}
      {!looking && found.length === 0 && (
        <span className="text-muted text-xs">
          No layout, format or batch of these accelerators keeps them: find others, or loosen a goal.
        </span>
      )}
      {looser && (
        <RepairButton
          label={`Loosen to ${looser.label}`}
          onClick={() => dispatch({ type: "change", scenario: withLoosened(state.scenario, looser) })}
        />
      )}
    </div>
  );
}
