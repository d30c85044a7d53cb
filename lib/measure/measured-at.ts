import { distanceOf } from "@/lib/accuracy/nearest";
import { operatingPoint, operatingPointOf, type PointRecords } from "@/lib/accuracy/operating-point";
import { questionOf } from "@/lib/accuracy/question";
import type { OwnMeasurement } from "@/lib/scenario";
import type { Plan } from "@/lib/scenario/plan";
import { rowsOf } from "./own";
import { ranAlike } from "./run";

/** What was measured of one replica at a plan's own load, in base units; the latest run says. */
export interface MeasuredAt {
  readonly ttft?: number;
  readonly tpot?: number;
  readonly answer?: number;
  /** Output tokens per second of one replica. */
  readonly outputRate?: number;
}

/** By judgement: a run this near to the plan ran what the plan says, as loads and lengths of benchmarks go. */
const SAME = 0.08;
const MILLISECONDS = 1000;

/** What the switched-on runs at the plan's own point say; empty without one. */
export function measuredAt(runs: readonly OwnMeasurement[], plan: Plan, records: PointRecords): MeasuredAt {
  const at = operatingPointOf(plan, records);
  if (!at) return {};
  const here = runs.filter((run) => {
    const [row] = rowsOf(run);
    const asked = { accelerator: at.accelerator.id, model: at.model.id, engine: at.engine };
    if (!run.on || !row || !ranAlike(run, asked)) return false;
    const question = questionOf(row, records);
    const point = question.ok ? operatingPoint(question.scenario, 0, records) : undefined;
    return point !== undefined && distanceOf(at, point) < SAME;
  });
  return Object.assign({}, ...here.map(saidBy)) as MeasuredAt;
}

function saidBy({ measured, accelerators, tp, pp, dp }: OwnMeasurement): MeasuredAt {
  const { ttft_ms, tpot_ms, e2e_latency_s, output_tokens_per_s_total } = measured;
  return {
    ...(ttft_ms === undefined ? {} : { ttft: ttft_ms / MILLISECONDS }),
    ...(tpot_ms === undefined ? {} : { tpot: tpot_ms / MILLISECONDS }),
    ...(e2e_latency_s === undefined ? {} : { answer: e2e_latency_s }),
    ...(output_tokens_per_s_total === undefined
      ? {}
      : { outputRate: (output_tokens_per_s_total * tp * pp * dp) / accelerators }),
  };
}
