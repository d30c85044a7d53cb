import { distanceOf } from "@/lib/accuracy/distance";
import { operatingPoint, operatingPointOf, type PointRecords } from "@/lib/accuracy/operating-point";
import { questionOf } from "@/lib/accuracy/question";
import type { OwnMeasurement } from "@/lib/scenario";
import type { Plan } from "@/lib/scenario/plan";
import { rowsOf } from "./own";
import { ranAlike } from "./run";

/** What was measured of one replica for a plan, in base units; of two runs at one load the later says. */
export interface MeasuredAt {
  readonly ttft?: number;
  readonly tpot?: number;
  readonly answer?: number;
  /** Output tokens per second of one replica at the plan's own load, and the most of any whose means keep the plan's goals. */
  readonly outputRate?: number;
  readonly goodOutputRate?: number;
}

/** By judgement: a run this near to the plan ran what the plan says, as loads and lengths of benchmarks go. */
const SAME = 0.08;
const MILLISECONDS = 1000;

/**
 * What the switched-on runs of a plan's own lengths and layout say at its own load, and the most output at any that keeps its goals.
 * Empty without one.
 */
export function measuredAt(runs: readonly OwnMeasurement[], plan: Plan, records: PointRecords): MeasuredAt {
  const at = operatingPointOf(plan, records);
  if (!at) return {};
  const asked = { accelerator: at.accelerator.id, model: at.model.id, engine: at.engine };
  const alike = runs.flatMap((run) => {
    const [row] = rowsOf(run);
    if (!run.on || !row || !ranAlike(run, asked)) return [];
    const question = questionOf(row, records);
    const point = question.ok ? operatingPoint(question.scenario, 0, records) : undefined;
    const near = point && distanceOf({ ...at, batch: null }, point) < SAME;
    return near ? [{ said: saidBy(run), here: distanceOf(at, point) < SAME }] : [];
  });
  const own: MeasuredAt = Object.assign({}, ...alike.map(({ said, here }) => (here ? said : {})));
  const rates = alike.flatMap(({ said }) => (keeps(said, plan.goals) ? (said.outputRate ?? []) : []));
  return rates.length === 0 ? own : { ...own, goodOutputRate: Math.max(...rates) };
}

/** Whether no measured mean is over the goal of its time, at whatever statistic the goal is. */
const keeps = (said: MeasuredAt, goals: Plan["goals"]): boolean =>
  TIMES.every((time) => (said[time] ?? 0) <= (goals[time] ?? Number.POSITIVE_INFINITY));
const TIMES = ["ttft", "tpot", "answer"] as const;

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
