import { type FigureReader, type Lookup, solveFigures } from "@/lib/engine";
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
    case "decode_tokens_per_s_single_stream":
      return figure("userRate");
    case "prefill_tokens_per_s":
      return figure("staticBatching") > 0
        ? (figure("promptsTogether") * scenario.workload.inputTokens) / figure("batchPrefillTime")
        : scenario.workload.inputTokens / figure("prefillTime");
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
  return rows.map((row) => {
    const { question, key } = questionFor(row, names);
    if (!question.ok) return { row, predicted: null, reason: question.reason };
    const found = solved.get(key) ?? solveFigures(question.scenario, 0, lookup, question.requests);
    solved.set(key, found);
    if (!found.figures) return { row, predicted: null, reason: found.reason ?? "infeasible" };
    const predicted = metricOf(row.metric, found.figures, question);
    if (!(predicted > 0 && Number.isFinite(predicted)))
      return { row, predicted: null, reason: `no figure for ${row.metric} follows from this row` };
    return { row, predicted, reason: null };
  });
}
