import { METRICS, type Measurement } from "@/lib/accuracy/measurement";
import { type OperatingPoint, operatingPoint, type PointRecords } from "@/lib/accuracy/operating-point";
import type { Asked } from "@/lib/accuracy/predict";
import { type Names, questionOf } from "@/lib/accuracy/question";
import { formatQuantity } from "@/lib/units";

/** One run of a benchmark: all that was measured of a deployment under one load. */
export interface MeasuredRun {
  readonly rows: readonly Measurement[];
  readonly question: Asked;
  readonly point: OperatingPoint;
}

/** The runs in a table of measurements, rows of one question together; those that cannot be asked are left out. */
export function runsOf(rows: readonly Measurement[], names: Names, records: PointRecords): MeasuredRun[] {
  const runs = new Map<string, { rows: Measurement[]; question: Asked; point: OperatingPoint }>();
  for (const row of rows) {
    const question = questionOf(row, names);
    if (!question.ok) continue;
    const key = `${row.engine_version}|${JSON.stringify(question)}`;
    const known = runs.get(key);
    if (known) {
      known.rows.push(row);
      continue;
    }
    const point = operatingPoint(question.scenario, 0, records);
    if (point) runs.set(key, { rows: [row], question, point });
  }
  return [...runs.values()];
}

/** "TP 8, 1,000 → 500 tok, 64 in flight: ttft_ms 230, tpot_ms 21". */
export function labelOf({ rows, point }: MeasuredRun): string {
  const { tp, pp, dp, inputTokens, outputTokens, batch } = point;
  const split = [`TP ${tp}`, ...(pp > 1 ? [`PP ${pp}`] : []), ...(dp > 1 ? [`DP ${dp}`] : [])].join(" ");
  const load = batch === null ? "as many as fit" : `${short(batch)} in flight`;
  const told = METRICS.flatMap((metric) => {
    const values = rows.filter((row) => row.metric === metric).map(({ value }) => short(value));
    return values.length > 0 ? [`${metric} ${values.join(" and ")}`] : [];
  });
  return `${split}, ${short(inputTokens)} → ${short(outputTokens)} tok, ${load}: ${told.join(", ")}`;
}

function short(value: number): string {
  const { number, unit } = formatQuantity(value, "1");
  return `${number}${unit}`;
}
