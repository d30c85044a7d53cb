import type { Lookup } from "@/lib/engine";
import { differences, distanceOf } from "./distance";
import type { Measurement, Metric } from "./measurement";
import { type OperatingPoint, operatingPoint, type PointRecords } from "./operating-point";
import { answerAll } from "./predict";
import { type Names, questionOf } from "./question";

/** What a person asks of a plan, and the metrics that measure it. */
export const ASKED = {
  tpot: ["tpot_ms", "decode_tokens_per_s_single_stream"],
  ttft: ["ttft_ms"],
  throughput: ["output_tokens_per_s_total", "output_tokens_per_s_per_gpu", "total_tokens_per_s"],
} as const satisfies Record<string, readonly Metric[]>;
export type Asked = keyof typeof ASKED;

/** A measurement that can be asked as a scenario, with what it ran. */
export interface MeasuredPoint {
  readonly row: Measurement;
  readonly point: OperatingPoint;
}

/** The measurement nearest to a plan, how far it is, and what the planner says to it. */
export interface Nearest {
  readonly row: Measurement;
  /** The sum of all differences: below 0.3 it is the same thing to a reader, above 1.5, or on chips built otherwise, hardly comparable. */
  readonly distance: number;
  readonly reach: "close" | "near" | "far";
  /** "same model and accelerator, batch 64 instead of 48". */
  readonly words: string;
  /** In the metric's unit. */
  readonly measured: number;
  readonly predicted: number;
}

const CLOSE = 0.3;
const NEAR = 1.5;

/** The measurements that can be compared with plans; those that cannot be asked are left to the accuracy page. */
export function measuredPoints(
  rows: readonly Measurement[],
  names: Names,
  records: PointRecords,
): MeasuredPoint[] {
  return rows.flatMap((row) => {
    const question = questionOf(row, names);
    // Requests at a rate are no number in flight, by which plans are compared.
    const point =
      question.ok && !question.arrivals ? operatingPoint(question.scenario, 0, records) : undefined;
    return point ? [{ row, point }] : [];
  });
}

/**
 * The measurement of what is asked that is nearest to a plan, by the sum of its differences (distance.ts says what
 * each counts), with the planner's own answer to it. Of equally near ones the first; null when none can be answered.
 */
export function nearestMeasurement(
  plan: OperatingPoint,
  asked: Asked,
  measured: readonly MeasuredPoint[],
  lookup: Lookup,
  names: Names,
): Nearest | null {
  const metrics: readonly Metric[] = ASKED[asked];
  const ranked = measured
    .filter(({ row }) => metrics.includes(row.metric))
    .map(({ row, point }) => ({ row, distance: distanceOf(plan, point), point }))
    .sort((a, b) => a.distance - b.distance);
  for (const { row, distance, point } of ranked) {
    const predicted = answerAll([row], lookup, names)[0]?.predicted;
    if (predicted === null || predicted === undefined) continue;
    // Chips built otherwise run other kernels: what they showed is no neighbour, however alike the load was.
    const kin = point.accelerator.architecture === plan.accelerator.architecture;
    const reach = !kin || distance >= NEAR ? "far" : distance < CLOSE ? "close" : "near";
    return { row, distance, reach, words: inWords(plan, point), measured: row.value, predicted };
  }
  return null;
}

function inWords(plan: OperatingPoint, measured: OperatingPoint): string {
  const same = [
    plan.model.id === measured.model.id ? "model" : "",
    plan.accelerator.id === measured.accelerator.id ? "accelerator" : "",
  ].filter(Boolean);
  const found = differences(plan, measured);
  if (found.length === 0) return "the same deployment under the same load";
  return [...(same.length > 0 ? [`same ${same.join(" and ")}`] : []), ...found].join(", ");
}
