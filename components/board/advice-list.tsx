"use client";

import { useRef } from "react";
import { usePlanner } from "@/components/planner/planner-context";
import { Button } from "@/components/ui/button";
import { useSeen } from "@/components/ui/use-seen";
import type { Estimate } from "@/lib/engine";
import { type AdviceAim, adviceOf, adviceText } from "@/lib/view/board/advice";
import { lookupOf } from "@/lib/view/lookup-of";
import { standingOf } from "@/lib/view/standing";
import { usePlanSearch } from "./use-plan-search";

type Props = { estimate: Estimate; row: number };

/** The changes that would do most for a row, one click each: for its cost, or for the goal that it misses most. */
export function AdviceList({ estimate, row }: Props) {
  const { engine, frozen } = usePlanner().state;
  return engine && !frozen ? <Advised estimate={estimate} row={row} /> : null;
}

function Advised({ estimate, row }: Props) {
  "use memo";
  const { state, dispatch } = usePlanner();
  const { scenario } = estimate;
  const place = useRef<HTMLElement>(null);
  const worst = standingOf(estimate, row).missed.toSorted((a, b) => b.by - a.by)[0]?.goal;
  const aim: AdviceAim = worst && worst !== "rate" ? worst : "cost";
  const { found, byMeans } = usePlanSearch({ find: "advice", aim }, row, place);
  const seen = useSeen(place);
  // A dozen plans are estimated for it.
  const advice =
    found ??
    (seen ? adviceOf(scenario, row, aim, lookupOf(state.records, scenario), { simulate: false }) : null);
  return (
    <section ref={place} aria-label="What would change most" className="mt-3 min-h-28">
      <h4 className="font-semibold">What would change most</h4>
      <p className="text-muted text-xs" role="status">
        {byMeans ?? "Each at the operating point that it finds, judged as the board is."}
      </p>
      {advice?.length === 0 && <p className="text-muted">No single change of the usual ones would.</p>}
      <ul className="mt-1 grid gap-1">
        {advice?.map((each) => (
          <li key={each.label} className="flex items-center justify-between gap-2">
            <span className="min-w-0">
              {each.label} <span className="text-muted">{adviceText(each, aim, scenario)}</span>
            </span>
            <Button onClick={() => dispatch({ type: "patch-option", option: row, patch: each.patch })}>
              Try<span className="sr-only"> {each.label}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
