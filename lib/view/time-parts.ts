import type { Estimate, OperatorEstimate } from "@/lib/engine";
import { optionNames } from "./option-name";
import type { Table } from "./table";

/** What takes the time of a step. */
export type TimePart = OperatorEstimate["part"];

/** One step of an option, and how its time divides: a step that answers, and one that reads prompts. */
export type TimeBar = {
  frame: OperatorEstimate["frame"];
  label: string;
  /** s */
  total: number;
  parts: { part: TimePart; label: string; time: number; share: number }[];
};

const labels: Record<TimePart, string> = {
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

/** Where the time of one option's steps goes, from its operators. */
export function timeBars({ options }: Estimate, index: number): TimeBar[] {
  const operators = options[index]?.operators ?? [];
  return frames.flatMap(({ frame, label }): TimeBar[] => {
    const mine = operators.filter((operator) => operator.frame === frame);
    const total = mine.reduce((sum, { time }) => sum + time, 0);
    if (total <= 0) return [];
    const parts = (Object.keys(labels) as TimePart[]).flatMap((part) => {
      const time = mine.reduce((sum, operator) => sum + (operator.part === part ? operator.time : 0), 0);
      return time > 0 ? [{ part, label: labels[part], time, share: time / total }] : [];
    });
    return [{ frame, label, total, parts }];
  });
}

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
