"use client";

import { useState } from "react";
import { SelectField } from "@/components/ui/select-field";
import { planOf } from "@/lib/scenario/plan";
import { lookupOf } from "@/lib/view/lookup-of";
import { optionNames } from "@/lib/view/option-name";
import { measuredRuns } from "@/lib/view/prove/measured-runs";
import { usePlanner } from "../planner/planner-context";
import type { TabProps } from "../planner/result-tabs";
import { BringMeasurements } from "./bring-measurements";
import { CorrectionSummary } from "./correction-summary";
import { MeasuredList } from "./measured-list";

/** From the plan to a measurement, and back: what was measured, and what it makes of the prediction. */
export default function ProveTab({ estimate }: TabProps) {
  "use memo";
  const { state, dispatch } = usePlanner();
  const { scenario, records } = state;
  const [chosen, setChosen] = useState(0);
  const names = optionNames(estimate);
  const index = Math.min(chosen, scenario.options.length - 1);
  const plan = planOf(scenario, index);
  const runs = measuredRuns(scenario, plan, lookupOf(records, scenario));
  const measurements = scenario.measurements ?? [];
  const keep = (kept: typeof measurements) => {
    const { measurements: _before, ...rest } = scenario;
    dispatch({ type: "change", scenario: kept.length > 0 ? { ...rest, measurements: kept } : rest });
  };
  return (
    <section aria-label="Measurements" className="grid gap-4">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <h3 className="font-semibold">Your measurements</h3>
          <p className="max-w-[64ch] text-muted text-sm">
            A run of a benchmark on your machines corrects the times of this plan, near loads and lengths
            before far ones. Cost, throughput and percentiles follow.
          </p>
        </div>
        {names.length > 1 && (
          <SelectField
            id="prove-option"
            label="Option"
            value={String(index)}
            choices={names.map((name, place) => ({ value: String(place), label: name }))}
            onChange={(value) => setChosen(Number(value))}
            className="max-w-80"
          />
        )}
      </div>
      <CorrectionSummary option={estimate.options[index]} index={index} runs={runs} />
      {!state.frozen && (
        <BringMeasurements plan={plan} onBring={(brought) => keep([...measurements, ...brought])} />
      )}
      <MeasuredList
        runs={runs}
        frozen={state.frozen}
        onSwitch={(position) =>
          keep(measurements.map((run, at) => (at === position ? { ...run, on: !run.on } : run)))
        }
        onRemove={(position) => keep(measurements.filter((_, at) => at !== position))}
      />
    </section>
  );
}
