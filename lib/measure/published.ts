import { distanceOf } from "@/lib/accuracy/distance";
import type { OperatingPoint } from "@/lib/accuracy/operating-point";
import type { OwnMeasurement } from "@/lib/scenario";
import { type MeasuredRun, ranAlike } from "./run";

/** Published runs of a plan's deployment: how many there are, and the nearest as a scenario keeps them. */
export interface PublishedNear {
  readonly count: number;
  readonly runs: readonly OwnMeasurement[];
}

/** By judgement: more of one deployment would not move a plan, and each makes its document longer. */
const MOST = 8;
const LONGEST_SOURCE = 120;

/** The published runs of the same model, accelerator and software as a plan's, nearest first. */
export function publishedNear(plan: OperatingPoint, runs: readonly MeasuredRun[]): PublishedNear {
  const asked = { model: plan.model.id, accelerator: plan.accelerator.id, engine: plan.engine };
  const alike = runs
    .filter(({ point: { model, accelerator, engine } }) =>
      ranAlike({ model: model.id, accelerator: accelerator.id, engine }, asked),
    )
    .map((run) => ({ run, near: distanceOf(plan, run.point) }))
    .sort((a, b) => a.near - b.near);
  const kept = alike.flatMap(({ run }) => asKept(run) ?? []);
  return { count: kept.length, runs: kept.slice(0, MOST) };
}

/**
 * A published run as a scenario keeps a measurement, so that asking it is asking its row; undefined for one whose metrics
 * a scenario has no place for.
 */
function asKept({ rows, question }: MeasuredRun): OwnMeasurement | undefined {
  const [row] = rows;
  const [option] = question.scenario.options;
  if (!row || !option || row.mode === "open") return undefined;
  const { workload, serving } = question.scenario;
  const measured = Object.fromEntries(
    rows.flatMap(({ metric, value }) => (KEPT.has(metric) ? [[metric, value]] : [])),
  );
  if (Object.keys(measured).length === 0) return undefined;
  const concurrency = Number(row.concurrency) || undefined;
  return {
    on: true,
    tool: "Published",
    published: row.source.slice(0, LONGEST_SOURCE).trim() || "its table",
    accelerator: option.accelerator,
    model: workload.model,
    weights: serving.weights,
    kvCache: serving.kvCache,
    engine: serving.engine,
    ...(row.engine_version ? { version: row.engine_version.slice(0, LONGEST_SOURCE) } : {}),
    accelerators: question.accelerators,
    tp: option.tp,
    pp: option.pp,
    dp: option.dp,
    ep: option.ep,
    inputTokens: workload.inputTokens,
    outputTokens: workload.outputTokens,
    ...(concurrency === undefined ? {} : { concurrency }),
    mode: row.mode,
    settings: {
      memoryFraction: serving.memoryFraction,
      chunkTokens: serving.chunkTokens,
      ...(option.threads === undefined ? {} : { threads: option.threads }),
    },
    measured,
  };
}

const KEPT: ReadonlySet<string> = new Set([
  "tpot_ms",
  "ttft_ms",
  "output_tokens_per_s_total",
  "e2e_latency_s",
  "decode_tokens_per_s_single_stream",
  "prefill_tokens_per_s",
] satisfies (keyof OwnMeasurement["measured"])[]);
