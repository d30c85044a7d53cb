import type { MetricKind } from "@/lib/view/accuracy/metrics";

/** Outlines of about the same area around the origin, one a kind of metric. */
export const MARK_PATHS: Record<MetricKind, string> = {
  tpot: "M-3.6 0a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0 -7.2 0",
  ttft: "M0 -4.6L4.4 3.4H-4.4Z",
  throughput: "M-3.3 -3.3H3.3V3.3H-3.3Z",
  decode: "M0 -4.8L4.8 0L0 4.8L-4.8 0Z",
  prefill: "M-3.6 -3.6L3.6 3.6M3.6 -3.6L-3.6 3.6",
  latency: "M0 -4.6V4.6M-4.6 0H4.6",
};
