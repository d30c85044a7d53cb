"use client";

import { lazy, Suspense } from "react";
import type { Estimate, Lookup } from "@/lib/engine";
import { planOf } from "@/lib/scenario/plan";
import { measuredRuns } from "@/lib/view/prove/measured-runs";
import { usePlanner } from "../planner/planner-context";
import { BringMeasurements } from "./bring-measurements";
import { CorrectionSummary } from "./correction-summary";
import { MeasuredList } from "./measured-list";
import { PublishedRuns } from "./published-runs";

const ConstantsPart = lazy(() => import("./constants-part"));

type Props = {
  estimate: Estimate;
  index: number;
  lookup: Lookup;
  /** Told before the plan's measurements change: its cheapest option may then be another. */
  onTaken: () => void;
};

/** What a person measured, and what it makes of the prediction. */
export function Measurements({ estimate, index, lookup, onTaken }: Props) {
  "use memo";
  const { state, dispatch } = usePlanner();
  const { scenario } = state;
  const plan = planOf(scenario, index);
  const runs = measuredRuns(scenario, plan, lookup);
  const measurements = scenario.measurements ?? [];
  const keep = (kept: typeof measurements) => {
    onTaken();
    const { measurements: _before, ...rest } = scenario;
    dispatch({ type: "change", scenario: kept.length > 0 ? { ...rest, measurements: kept } : rest });
  };
  const own = runs.filter((run) => !run.published);
  const published = runs.filter((run) => run.published);
  const list = (shown: typeof runs) => (
    <MeasuredList
      runs={shown}
      frozen={state.frozen}
      onSwitch={(position) =>
        keep(measurements.map((run, at) => (at === position ? { ...run, on: !run.on } : run)))
      }
      onRemove={(position) => keep(measurements.filter((_, at) => at !== position))}
    />
  );
  return (
    <section aria-label="Measurements" className="grid gap-4">
      <div>
        <h3 className="font-semibold">Your measurements</h3>
        <p className="max-w-[64ch] text-muted text-sm">
          A run of a benchmark on your machines corrects the times of this plan, near loads and lengths before
          far ones. Cost, throughput and percentiles follow.
        </p>
      </div>
      <CorrectionSummary option={estimate.options[index]} index={index} runs={runs} />
      {!state.frozen && (
        <BringMeasurements
          plan={plan}
          called={{
            model: lookup.model(plan.workload.model),
            accelerator: lookup.accelerator(plan.option.accelerator),
          }}
          known={measurements}
          onBring={(brought) => keep([...measurements, ...brought])}
        />
      )}
      <PublishedRuns
        estimate={estimate}
        scenario={scenario}
        index={index}
        frozen={state.frozen}
        onChange={keep}
      />
      {published.length > 0 && (
        <details>
          <summary className="cursor-pointer text-sm">
            {published.length === 1 ? "The published run" : `The ${published.length} published runs`}
          </summary>
          <div className="mt-2">{list(published)}</div>
        </details>
      )}
      {(own.length > 0 || published.length === 0) && list(own)}
      <Suspense fallback={null}>
        <ConstantsPart />
      </Suspense>
    </section>
  );
}
