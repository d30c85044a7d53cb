"use client";

import { usePlanner } from "@/components/planner/planner-context";
import { Button } from "@/components/ui/button";
import type { Estimate } from "@/lib/engine";
import { type AdviceAim, adviceOf } from "@/lib/view/board/advice";
import { goalIds, goalNames, statisticOf } from "@/lib/view/goals";
import { lookupOf } from "@/lib/view/lookup-of";
import { changeText } from "@/lib/view/percent";
import { standingOf } from "@/lib/view/standing";

type Props = { estimate: Estimate; row: number };

/** The changes that would do most for a row, one click each: for its cost, or for the goal that it misses most. */
export function AdviceList({ estimate, row }: Props) {
  "use memo";
  const { state, dispatch } = usePlanner();
  const { engine, records, frozen } = state;
  if (!engine || frozen) return null;
  const worst = standingOf(estimate, row).missed.toSorted((a, b) => b.by - a.by)[0]?.goal;
  const aim: AdviceAim = worst && worst !== "rate" ? worst : "cost";
  const advice = adviceOf(estimate.scenario, row, aim, lookupOf(records, estimate.scenario));
  const byMeans = goalIds.some((goal) => statisticOf(estimate.scenario, goal) !== "mean");
  const what = aim === "cost" ? "a token" : goalNames[aim];
  return (
    <section aria-label="What would change most" className="mt-3">
      <h4 className="font-semibold">What would change most</h4>
      {byMeans && advice.length > 0 && (
        <p className="text-muted text-xs">Reckoned with means; a change that is tried is simulated.</p>
      )}
      {advice.length === 0 && <p className="text-muted">No single change of the usual ones would.</p>}
      <ul className="mt-1 grid gap-1">
        {advice.map(({ label, patch, change }) => (
          <li key={label} className="flex items-center justify-between gap-2">
            <span className="min-w-0">
              {label}{" "}
              <span className="whitespace-nowrap text-muted">
                {changeText(change)} for {what}
              </span>
            </span>
            <Button onClick={() => dispatch({ type: "patch-option", option: row, patch })}>
              Try<span className="sr-only"> {label}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
