import type { Measurement, Metric } from "@/lib/accuracy/measurement";
import type { Names } from "@/lib/accuracy/question";
import { errorsOf } from "@/lib/accuracy/statistics";
import type { Lookup } from "@/lib/engine";
import { type Fitted, fitOwnConstants } from "@/lib/measure/fit-constants";
import type { OwnConstant } from "@/lib/scenario";
import { METRIC_TEXT } from "../accuracy/metrics";
import { percent } from "../percent";

/** How far the planner is from one metric of the measurements, without and with what they fitted. */
export interface FittedMetric {
  readonly label: string;
  readonly count: number;
  /** Median errors: "12 %". */
  readonly before: string;
  readonly after: string;
}

/** What a fit found, or why there was too little for one. */
export type OwnFitAnswer =
  | { readonly ok: true; readonly constants: OwnConstant[]; readonly metrics: FittedMetric[] }
  | { readonly ok: false; readonly reason: string };

/** Fits constants to rows, and says by metric what that changes. */
export function ownFit(
  rows: readonly Measurement[],
  lookup: Lookup,
  names: Names,
  what: Fitted,
): OwnFitAnswer {
  const fit = fitOwnConstants(rows, lookup, names, what);
  if (!fit.ok) return fit;
  const metrics = (Object.keys(METRIC_TEXT) as Metric[]).flatMap((metric): FittedMetric[] => {
    const [before, after] = [fit.plain, fit.fitted].map((answers) =>
      answers.flatMap(({ row, predicted }) =>
        row.metric === metric && predicted !== null ? [predicted / row.value] : [],
      ),
    );
    if (!before?.length || !after?.length) return [];
    const median = (ratios: readonly number[]) => percent(errorsOf(ratios).median, 1);
    const { label } = METRIC_TEXT[metric];
    return [{ label, count: before.length, before: median(before), after: median(after) }];
  });
  return { ok: true, constants: [...fit.constants], metrics };
}
