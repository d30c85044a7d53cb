import { arrivalsOf } from "@/lib/accuracy/arrivals";
import type { Measurement, Metric } from "@/lib/accuracy/measurement";
import type { Accelerator } from "@/lib/catalog/schema";
import { fields } from "@/lib/scenario/fields";
import { grouped } from "@/lib/units";
import { architectureFamily, type Family } from "./families";

/** One validation measurement with the planner's answer, as the page shows it. */
export type Point = {
  id: string;
  metric: Metric;
  family: Family;
  accelerator: string;
  engine: string;
  model: string;
  /** Weights, layout and load in a few words. */
  setup: string;
  measured: number;
  predicted: number;
  source: string;
};

/** Stacks that tables of measurements call otherwise than the planner. */
const ENGINE_IDS: Readonly<Record<string, string>> = {
  neuron: "neuronx",
  gaudi: "optimum-habana",
  "llama.cpp": "llama-cpp",
};

/** An engine as the planner calls it; the id where it knows none of that name. */
export function engineName(engine: string): string {
  const id = ENGINE_IDS[engine] ?? engine;
  return fields["serving.engine"].choices.find(({ value }) => value === id)?.label ?? engine;
}

/** A measurement and its answer as a point. */
export function pointOf(
  row: Measurement,
  predicted: number,
  accelerator: Pick<Accelerator, "name" | "architecture">,
  model: string,
): Point {
  return {
    id: row.id,
    metric: row.metric,
    family: architectureFamily(accelerator),
    accelerator: accelerator.name,
    engine: engineName(row.engine),
    model,
    setup: setupOf(row),
    measured: row.value,
    predicted,
    source: row.source,
  };
}

const MODES = {
  server: "",
  offline: "offline",
  static_batch: "static batch",
  single_stream: "single stream",
  open: "",
} as const;

/** "fp8, 8 × TP 8, 922 in, 922 out, 64 in flight". */
export function setupOf(row: Measurement): string {
  const { weights, num_accelerators: count, tp = 1, pp = 1, dp = 1, isl = 0, osl = 0, mode } = row;
  const layout = [tp > 1 ? `TP ${tp}` : "", pp > 1 ? `PP ${pp}` : "", dp > 1 ? `DP ${dp}` : ""];
  const load = row.concurrency.trim();
  const arrivals = arrivalsOf(row);
  return [
    weights,
    [`${count ?? tp * pp * dp} ×`, ...layout].filter(Boolean).join(" "),
    isl > 0 ? `${grouped(Math.round(isl))} in` : "",
    osl > 0 ? `${grouped(Math.round(osl))} out` : "",
    arrivals ? `${arrivals.rate} req/s, ${arrivals.statistic}` : load ? `${load} in flight` : "",
    MODES[mode],
  ]
    .filter(Boolean)
    .join(", ");
}

/** Predicted over measured, less one: +0.1 is ten per cent too high. */
export const errorOf = ({ measured, predicted }: Point): number => predicted / measured - 1;
