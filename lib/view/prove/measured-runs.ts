import type { Measurement, Metric } from "@/lib/accuracy/measurement";
import { answerAll } from "@/lib/accuracy/predict";
import { parameters } from "@/lib/catalog/count/model";
import type { Lookup } from "@/lib/engine";
import { setupOf } from "@/lib/measure/complete";
import { measuredRecords, rowsOf, timedBy, withOwnMeasurements } from "@/lib/measure/own";
import { ranAlike, splitText } from "@/lib/measure/run";
import type { OwnMeasurement, Scenario } from "@/lib/scenario";
import type { Plan } from "@/lib/scenario/plan";
import { METRIC_TEXT, metricValue } from "@/lib/view/accuracy/metrics";
import { oddRuns } from "@/lib/view/prove/odd-runs";
import { quantityText } from "@/lib/view/prove/words";

/** One metric of a person's run beside what the planner says of it. Values are text in the metric's unit. */
export interface MeasuredMetric {
  readonly metric: Metric;
  readonly label: string;
  readonly measured: string;
  /** Without measurements, and with those that are switched on; null where the planner has no answer. */
  readonly predicted: string | null;
  readonly corrected: string | null;
  /** Measured over predicted. */
  readonly ratio: number | null;
}

/** A person's run as the page lists it. */
export interface MeasuredRunView {
  readonly position: number;
  readonly on: boolean;
  /** "64 in flight, 1,000 → 500 tok, TP 4" and "vLLM bench, results.json". */
  readonly title: string;
  readonly from: string;
  /** Whether somebody else measured and published it. */
  readonly published: boolean;
  /** Whether it was the same model, accelerator and software as the option's. */
  readonly applies: boolean;
  readonly metrics: readonly MeasuredMetric[];
  /** Why it is unlike the others of its deployment; null where it is not, or where there are too few to say. */
  readonly odd: string | null;
}

/** The scenario's measurements, as far as they concern the plan of one option. */
export function measuredRuns(
  { measurements = [], calibration, finance }: Pick<Scenario, "measurements" | "calibration" | "finance">,
  plan: Plan,
  lookup: Lookup,
): MeasuredRunView[] {
  const { anchors: _none, ...uncorrected } = lookup;
  const plain = timedBy(uncorrected, { finance });
  const { names } = measuredRecords(plain, parameters);
  const correctedBy = (taken: readonly OwnMeasurement[]) =>
    withOwnMeasurements(plain, { measurements: [...taken], calibration, finance }, parameters);
  const corrected = correctedBy(measurements);
  const setup = setupOf(plan);
  const odd = oddRuns(measurements, correctedBy, names);
  return measurements.map((run, position) => {
    const rows = rowsOf(run);
    const without = answerAll(rows, plain, names);
    const withAll = answerAll(rows, corrected, names);
    return {
      position,
      on: run.on,
      title: titleOf(run),
      published: run.published !== undefined,
      from: run.published ? `Published: ${run.published}` : [run.tool, run.file].filter(Boolean).join(", "),
      applies: ranAlike(run, setup),
      metrics: without.map(({ row, predicted }, index) =>
        metricView(row, predicted, withAll[index]?.predicted ?? null),
      ),
      odd: odd.get(position) ?? null,
    };
  });
}

function metricView(row: Measurement, predicted: number | null, corrected: number | null): MeasuredMetric {
  const text = (value: number | null) => (value === null ? null : metricValue(row.metric, value));
  return {
    metric: row.metric,
    label: METRIC_TEXT[row.metric].label,
    measured: metricValue(row.metric, row.value),
    predicted: text(predicted),
    corrected: text(corrected),
    ratio: predicted === null ? null : row.value / predicted,
  };
}

function titleOf(run: OwnMeasurement): string {
  const { concurrency, mode, inputTokens, outputTokens } = run;
  const load =
    mode === "single_stream"
      ? "One request alone"
      : concurrency === undefined
        ? "All queued at once"
        : `${quantityText(concurrency)} in flight`;
  return `${load}, ${quantityText(inputTokens)} → ${quantityText(outputTokens)} tok, ${splitText(run)}`;
}
