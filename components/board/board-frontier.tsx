"use client";

import { useDeferredValue, useEffect, useRef } from "react";
import { FrontierPanel } from "@/components/charts/frontier-panel";
import { usePlanner } from "@/components/planner/planner-context";
import { useSettled } from "@/components/planner/use-settled";
import type { Estimate } from "@/lib/engine";
import { withPoint } from "@/lib/view/board/take-point";
import { seriesSlots } from "@/lib/view/palette";

type Props = { estimate: Estimate; hovered: number | null };

/** What a faster answer costs, beside the table: every option from one request in flight to a full memory. */
export default function BoardFrontier({ estimate, hovered }: Props) {
  return <Drawn estimate={useSettled(estimate)} hovered={useDeferredValue(hovered)} />;
}

function Drawn({ estimate, hovered }: Props) {
  "use memo";
  const { state, dispatch } = usePlanner();
  const { engine, records, frozen, scenario } = state;
  // The chart is not drawn anew because the plan has changed that a point would be added to.
  const plan = useRef(scenario);
  useEffect(() => {
    plan.current = scenario;
  }, [scenario]);
  if (!engine) return null;
  const frontier = engine.frontier(estimate, records);
  // Its own: a chart is drawn anew for every property that is another one.
  const slots = seriesSlots(estimate.options.map(({ accelerator }) => accelerator.id));
  const take = (line: number, place: number) => {
    const { option, points } = frontier.series[line] ?? {};
    const batch = points?.[place]?.batch;
    if (option === undefined || batch === undefined) return;
    dispatch({ type: "change", scenario: withPoint(plan.current, option, batch) });
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
