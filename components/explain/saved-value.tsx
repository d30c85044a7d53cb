import { usePlanner } from "@/components/planner/planner-context";
import type { PlannerEngine } from "@/components/planner/planner-engine";
import type { Explained } from "@/components/planner/planner-state";
import type { FigureId } from "@/lib/engine";
import { formatQuantity } from "@/lib/units";

type Props = { engine: PlannerEngine; explained: Explained; value: number; unit: string };

/** Where the number on screen was computed by other versions: what it was, since the explanation is today's. */
export function SavedValue({ engine, explained, value, unit }: Props) {
  const { estimate, records } = usePlanner().state;
  if (estimate.engineVersion === engine.version && estimate.catalogVersion === records.version) return null;
  const saved = estimate.options[explained.option]?.figures[explained.trail[0] as FigureId];
  const was = saved === undefined ? "" : `: ${formatQuantity(saved, unit).full}`;
  return (
    <p className="mb-3 rounded-md bg-warn-soft p-2.5 text-warn text-xs">
      Explained with today’s engine {engine.version} and catalog {records.version}.{" "}
      {saved === value ? "The saved number is the same" : `The page shows what was saved${was}`}, from engine{" "}
      {estimate.engineVersion} and catalog {estimate.catalogVersion}.
    </p>
  );
}
