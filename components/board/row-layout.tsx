"use client";

import { usePlanner } from "@/components/planner/planner-context";
import { grouped } from "@/lib/units";
import type { BoardRow } from "@/lib/view/board/board";
import { moneyText } from "@/lib/view/currency";
import { changeText } from "@/lib/view/percent";
import { RepairButton } from "./repair-button";
import { useOptionSearches } from "./use-option-searches";

/** A cheaper split of a row that keeps the goals, in one click, with what it saves of the row's own cost; nothing where there is none. */
export default function RowLayout({ row }: { row: BoardRow }) {
  const { state, dispatch } = usePlanner();
  const [cheaper] = useOptionSearches({ find: "layouts" }, [row.index]).get(row.index) ?? [];
  if (!cheaper || row.rank === undefined) return null;
  const { tp, accelerators, month, rank, patch } = cheaper;
  const cost = moneyText(month, "USD", state.scenario.currency).number;
  return (
    <span className="mt-1 flex flex-wrap gap-1">
      <RepairButton
        label={`${grouped(accelerators)} × at TP ${tp}: ${cost} a month, ${changeText(rank / row.rank - 1)}`}
        of={row.name}
        onClick={() => dispatch({ type: "patch-option", option: row.index, patch })}
      />
    </span>
  );
}
