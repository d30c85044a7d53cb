"use client";

import { useDeferredValue } from "react";
import { FrontierPanel } from "@/components/charts/frontier-panel";
import { usePlanner } from "@/components/planner/planner-context";
import type { Estimate } from "@/lib/engine";
import { withPoint } from "@/lib/view/board/take-point";

type Props = { estimate: Estimate; slots: Map<string, number>; hovered: number | null };

/** What a faster answer costs, beside the table: every option from one request in flight to a full memory. */
export default function BoardFrontier({ estimate, slots, hovered }: Props) {
  const drawn = useDeferredValue(estimate);
  return <Drawn estimate={drawn} slots={slots} hovered={useDeferredValue(hovered)} />;
}

function Drawn({ estimate, slots, hovered }: Props) {
  "use memo";
  const { state, dispatch } = usePlanner();
  const { engine, records, frozen, scenario } = state;
  if (!engine) return null;
  const frontier = engine.frontier(estimate, records);
  const take = (line: number, place: number) => {
    const { option, points } = frontier.series[line] ?? {};
    const batch = points?.[place]?.batch;
    if (option === undefined || batch === undefined) return;
    dispatch({ type: "change", scenario: withPoint(scenario, option, batch) });
  };
  return (
    <FrontierPanel
      frontier={frontier}
      slots={slots}
      hovered={hovered}
      {...(frozen ? {} : { onTake: take })}
    />
  );
}
