import type { Estimate, OperatorEstimate, OptionEstimate } from "@/lib/engine";
import { optionNames } from "./option-name";
import type { Table } from "./table";

/** What takes the time of a step, or of a first token. */
export type TimePart = OperatorEstimate["part"] | "own" | "transfer" | "waiting" | "handling";

/** One step of an option, and how its time divides: a step that answers, one that reads prompts; and a first token. */
export type TimeBar = {
  frame: OperatorEstimate["frame"] | "first";
  label: string;
  /** s */
  total: number;
  parts: { part: TimePart; label: string; time: number; share: number }[];
};

const labels: Record<OperatorEstimate["part"], string> = {
  weights: "weights and arithmetic",
  kv: "attention over the KV cache",
  activations: "activations",
  communication: "communication",
  host: "host and launches",
};
const frames = [
  { frame: "decode", label: "A step between two tokens" },
  { frame: "prefill", label: "A step that reads prompts" },
] as const;

/** Where the time of one option's steps goes, from its operators, and that of a first token, from its formulas. */
export function timeBars(estimate: Estimate, index: number): TimeBar[] {
  const option = estimate.options[index];
  const first = option && firstBar(option);
  return [...stepBars(option?.operators ?? []), ...(first ? [first] : [])];
}

function stepBars(operators: readonly OperatorEstimate[]): TimeBar[] {
  return frames.flatMap(({ frame, label }): TimeBar[] => {
    const mine = operators.filter((operator) => operator.frame === frame);
    const total = mine.reduce((sum, { time }) => sum + time, 0);
    if (total <= 0) return [];
    const parts = (Object.keys(labels) as OperatorEstimate["part"][]).flatMap((part) => {
      const time = mine.reduce((sum, operator) => sum + (operator.part === part ? operator.time : 0), 0);
      return time > 0 ? [{ part, label: labels[part], time, share: time / total }] : [];
    });
    return [{ frame, label, total, parts }];
  });
}

/**
 * The mean time to a first token by what it goes to: the simulated one where there is one, else a benchmark's. What is left of
 * it is waiting, which other people's prompts, steps under way and memory cause.
 */
function firstBar({ figures, operation, option }: OptionEstimate): TimeBar | undefined {
  // An engine before 1.26 did not tell what a request takes beside the steps.
  const { handlingTime, transferTime = 0, prefillTime, batchPrefillTime } = figures;
  const total = operation?.percentiles?.ttft.mean.value ?? (operation ? undefined : figures.ttft);
  const own = option.prefillReplicas > 0 ? batchPrefillTime : (prefillTime ?? batchPrefillTime);
  if (total === undefined || own === undefined || handlingTime === undefined) return undefined;
  const known = [
    { part: "own", label: "processing its prompt", time: Math.min(own, total - handlingTime - transferTime) },
    { part: "transfer", label: "sending its cache", time: transferTime },
    { part: "handling", label: "network, tokenizer and scheduling", time: handlingTime },
  ] as const;
  const waiting = total - known.reduce((sum, { time }) => sum + time, 0);
  const parts = [...known, { part: "waiting", label: "waiting for others", time: waiting } as const];
  return {
    frame: "first",
    label: operation ? "A first token, on average as simulated" : "A first token of a benchmark, on average",
    total,
    parts: parts.flatMap((each) =>
      each.time > total * NOTHING ? [{ ...each, share: each.time / total }] : [],
    ),
  };
}

/** What arithmetic leaves is no part. */
const NOTHING = 1e-9;

/** One row a part of a step: the table behind the bars and its CSV. */
export function timeTable(estimate: Estimate, index: number): Table {
  return {
    id: "time",
    title: `Where the time goes on ${optionNames(estimate)[index] ?? "this option"}`,
    columns: [
      { id: "step", label: "Step", kind: "text" },
      { id: "part", label: "Part", kind: "text" },
      { id: "time", label: "Time", unit: "s", kind: "number" },
      { id: "share", label: "Share", unit: "%", kind: "number" },
    ],
    rows: timeBars(estimate, index).flatMap(({ label, parts }) =>
      parts.map(({ label: part, time, share }) => ({ step: label, part, time, share: 100 * share })),
    ),
  };
}
