import {
  type FigureReader,
  isRefused,
  type Lookup,
  type OpenLoop,
  openLoop,
  type Result,
  type Statistic,
  solveFigures,
} from "@/lib/engine";
import { planOf } from "@/lib/scenario/plan";
import type { Measurement, Metric } from "./measurement";
import { type Names, type Question, questionOf } from "./question";

/** What the planner says to one measurement. */
export interface Answer {
  readonly row: Measurement;
  /** In the metric's unit; null when it could not be answered. */
  readonly predicted: number | null;
  /** Why it could not be answered. */
  readonly reason: string | null;
}

export type Asked = Extract<Question, { ok: true }>;

const MILLISECONDS = 1000;

/** The metric's value from the figures of a solved option. */
export function metricOf(metric: Metric, figure: FigureReader, { scenario, accelerators }: Asked): number {
  switch (metric) {
    case "tpot_ms":
      return figure("tpot") * MILLISECONDS;
    case "ttft_ms":
      return figure("ttft") * MILLISECONDS;
    case "output_tokens_per_s_total":
      return figure("outputRate");
    case "output_tokens_per_s_per_gpu":
      return figure("outputRate") / accelerators;
    case "total_tokens_per_s":
      return figure("outputRate") + figure("inputRate");
    case "e2e_latency_s":
      return figure("requestLatency");
    case "e2e_ms":
      return figure("requestLatency") * MILLISECONDS;
    case "decode_tokens_per_s_single_stream":
      return figure("userRate");
    case "prefill_tokens_per_s":
      return figure("staticBatching") > 0
        ? (figure("promptsTogether") * scenario.workload.inputTokens) / figure("batchPrefillTime")
        : scenario.workload.inputTokens / figure("prefillTime");
  }
}

/** What the simulation says to a row of requests from outside. */
function simulatedAnswer(row: Measurement, run: Result<OpenLoop>, { arrivals, accelerators }: Asked): Answer {
  if (isRefused(run)) return { row, predicted: null, reason: run.message };
  const predicted = ofRun(row.metric, run, arrivals?.statistic ?? "mean", accelerators);
  const reason = `no figure for ${row.metric} follows from requests at a rate`;
  return predicted === undefined ? { row, predicted: null, reason } : { row, predicted, reason: null };
}

function ofRun(
  metric: Metric,
  run: OpenLoop,
  statistic: Statistic,
  accelerators: number,
): number | undefined {
  switch (metric) {
    case "tpot_ms":
      return run.time("tpot", statistic) * MILLISECONDS;
    case "ttft_ms":
      return run.time("ttft", statistic) * MILLISECONDS;
    case "e2e_latency_s":
      return run.time("answer", statistic);
    case "e2e_ms":
      return run.time("answer", statistic) * MILLISECONDS;
    case "output_tokens_per_s_total":
      return run.outputRate;
    case "output_tokens_per_s_per_gpu":
      return run.outputRate / accelerators;
    default:
      return undefined;
  }
}

/** Each row's question is the same whatever the constants are. */
const questions = new WeakMap<Measurement, { question: Question; key: string }>();

function questionFor(row: Measurement, names: Names): { question: Question; key: string } {
  const known = questions.get(row);
  if (known) return known;
  const question = questionOf(row, names);
  const found = { question, key: JSON.stringify(question) };
  questions.set(row, found);
  return found;
}

/** Asks the planner every measurement; rows of one configuration share one computation. */
export function answerAll(rows: readonly Measurement[], lookup: Lookup, names: Names): Answer[] {
  const solved = new Map<string, { figures?: FigureReader; reason?: string }>();
  const simulated = new Map<string, Result<OpenLoop>>();
  return rows.map((row) => {
    const { question, key } = questionFor(row, names);
    if (!question.ok) return { row, predicted: null, reason: question.reason };
    if (question.arrivals) {
      const { requests } = question.arrivals;
      const run = simulated.get(key) ?? openLoop(planOf(question.scenario, 0), lookup, requests);
      simulated.set(key, run);
      return simulatedAnswer(row, run, question);
    }
    const found = solved.get(key) ?? solveFigures(question.scenario, 0, lookup, question.requests);
    solved.set(key, found);
    if (!found.figures) return { row, predicted: null, reason: found.reason ?? "infeasible" };
    const predicted = metricOf(row.metric, found.figures, question);
    if (!(predicted > 0 && Number.isFinite(predicted)))
      return { row, predicted: null, reason: `no figure for ${row.metric} follows from this row` };
    return { row, predicted, reason: null };
  });
}
