import type { Metric } from "@/lib/accuracy/measurement";
import { grouped } from "@/lib/units";

/** Metrics that are drawn with one mark. */
export type MetricKind = "tpot" | "ttft" | "throughput" | "decode" | "prefill" | "latency";

type MetricText = { readonly label: string; readonly unit: string; readonly kind: MetricKind };

/** What each metric is called, the unit its values are in, and its kind. */
export const METRIC_TEXT: Readonly<Record<Metric, MetricText>> = {
  tpot_ms: { label: "TPOT", unit: "ms", kind: "tpot" },
  ttft_ms: { label: "TTFT", unit: "ms", kind: "ttft" },
  output_tokens_per_s_total: { label: "Output throughput", unit: "tok/s", kind: "throughput" },
  output_tokens_per_s_per_gpu: {
    label: "Output throughput per accelerator",
    unit: "tok/s",
    kind: "throughput",
  },
  total_tokens_per_s: { label: "Input and output throughput", unit: "tok/s", kind: "throughput" },
  e2e_latency_s: { label: "Request latency", unit: "s", kind: "latency" },
  e2e_ms: { label: "Request latency", unit: "ms", kind: "latency" },
  decode_tokens_per_s_single_stream: { label: "Single-stream decode", unit: "tok/s", kind: "decode" },
  prefill_tokens_per_s: { label: "Prefill", unit: "tok/s", kind: "prefill" },
};

/** The kinds in the order of the key. */
export const METRIC_KINDS: readonly { kind: MetricKind; label: string }[] = [
  { kind: "tpot", label: "TPOT" },
  { kind: "ttft", label: "TTFT" },
  { kind: "throughput", label: "Throughput" },
  { kind: "decode", label: "Single-stream decode" },
  { kind: "prefill", label: "Prefill" },
  { kind: "latency", label: "Request latency" },
];

const SIGNIFICANT = 3;

/** A value with three significant digits in the metric's own unit: "12.3 ms", "4,530 tok/s". */
export function metricValue(metric: Metric, value: number): string {
  const rounded = Number(value.toPrecision(SIGNIFICANT));
  return `${grouped(rounded, { maximumSignificantDigits: SIGNIFICANT })} ${METRIC_TEXT[metric].unit}`;
}
