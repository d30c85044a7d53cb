"use client";

import { Button } from "@/components/ui/button";
import { Quantity } from "@/components/ui/quantity";
import type { OptionEstimate } from "@/lib/engine";
import { grouped } from "@/lib/units";
import { missedText, type Standing } from "@/lib/view/standing";
import { usePlanner } from "./planner-context";

type Props = { goodput: NonNullable<OptionEstimate["goodput"]>; standing: Standing; name: string };

/** Whether an option keeps the plan's goals, and the largest batch that does. */
export default function GoalNote({ goodput, standing, name }: Props) {
  const { state, dispatch } = usePlanner();
  const { workload } = state.estimate.scenario;
  const missed = missedText(standing);
  const { batch, outputRate } = goodput;
  return (
    <div className="mt-2 flex min-h-8 items-center justify-between gap-2 border-line border-t pt-2">
      <p className="text-xs">
        <span className={`inline-block first-letter:uppercase ${missed ? "text-bad" : "text-good"}`}>
          {missed || "Keeps the goals"}
        </span>
        <span className="block text-muted">
          {batch === 0 ? (
            "no batch keeps them"
          ) : (
            <>
              up to batch {grouped(batch)}: <Quantity value={outputRate} unit="tok/s" />
            </>
          )}
        </span>
      </p>
      {batch > 0 && batch !== workload.batch && !state.frozen && (
        <Button
          className="px-2!"
          onClick={() => dispatch({ type: "set", path: "workload.batch", value: batch, at: Date.now() })}
        >
          Use batch {grouped(batch)}
          <span className="sr-only">, the largest within the goals on {name}</span>
        </Button>
      )}
    </div>
  );
}
