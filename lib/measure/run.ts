import { count, softwareOf } from "@/lib/accuracy/distance";
import { METRICS, type Measurement } from "@/lib/accuracy/measurement";
import { type OperatingPoint, operatingPoint, type PointRecords } from "@/lib/accuracy/operating-point";
import type { Asked } from "@/lib/accuracy/predict";
import { type Names, questionOf } from "@/lib/accuracy/question";

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
  const { inputTokens, outputTokens, batch } = point;
  const load = batch === null ? "as many as fit" : `${count(batch)} in flight`;
  const told = METRICS.flatMap((metric) => {
    const values = rows.filter((row) => row.metric === metric).map(({ value }) => count(value));
    return values.length > 0 ? [`${metric} ${values.join(" and ")}`] : [];
  });
  return `${splitText(point)}, ${count(inputTokens)} → ${count(outputTokens)} tok, ${load}: ${told.join(", ")}`;
}

/** How a replica is split, as people write it: "TP 8", "TP 2 PP 4". */
export const splitText = ({ tp, pp, dp }: Pick<OperatingPoint, "tp" | "pp" | "dp">): string =>
  [`TP ${tp}`, ...(pp > 1 ? [`PP ${pp}`] : []), ...(dp > 1 ? [`DP ${dp}`] : [])].join(" ");

/** What ran, by ids. */
export type Ran = Readonly<Record<"model" | "accelerator" | "engine", string>>;

/** What ran, whatever the software's version or the way it was driven. */
export const softwareRan = ({ model, accelerator, engine }: Ran): Ran => ({
  model,
  accelerator,
  engine: softwareOf(engine),
});

export const sameRan = (one: Ran, other: Ran): boolean =>
  one.model === other.model && one.accelerator === other.accelerator && one.engine === other.engine;

/** Only what ran the same model on the same chip with the same software says something of a plan's own kernels. */
export const ranAlike = (one: Ran, other: Ran): boolean => sameRan(softwareRan(one), softwareRan(other));
