import type { ErrorKind } from "@/lib/engine";
import type { Measurement } from "./measurement";

const RATES = new Set(["output_tokens_per_s_total", "output_tokens_per_s_per_gpu", "total_tokens_per_s"]);

/**
 * Which figure's range a row speaks for; single streams and servers speak for the time per token, and neither the rate
 * of prompts nor a whole answer for any.
 */
export function kindOf({ metric, mode }: Pick<Measurement, "metric" | "mode">): ErrorKind | undefined {
  if (metric === "ttft_ms") return "ttft";
  if (metric === "prefill_tokens_per_s" || metric === "e2e_latency_s") return undefined;
  return RATES.has(metric) && (mode === "offline" || mode === "static_batch") ? "rate" : "tpot";
}
