import type { Measurement } from "@/lib/accuracy/measurement";
import { answerAll } from "@/lib/accuracy/predict";
import { accelerator, modelByName } from "@/lib/catalog";
import { type ErrorKind, type Lookup, P90, spreadClass } from "@/lib/engine";
import { catalogNames } from "./catalog-lookup";

const RATES = new Set(["output_tokens_per_s_total", "output_tokens_per_s_per_gpu", "total_tokens_per_s"]);

/** Which figure's range a row speaks for; single streams and servers speak for the time per token. */
function kindOf({ metric, mode }: Measurement): ErrorKind | undefined {
  if (metric === "ttft_ms") return "ttft";
  if (metric === "prefill_tokens_per_s" || metric === "e2e_latency_s") return undefined;
  return RATES.has(metric) && (mode === "offline" || mode === "static_batch") ? "rate" : "tpot";
}

/**
 * The spread of each class of prediction on rows that were never fitted: the s for which eight in ten of
 * |ln(predicted / measured)| lie within 1.28 s, which is what the shown P10 and P90 are made of.
 */
export function spreadsOf(
  rows: readonly Measurement[],
  lookup: Lookup,
): Map<string, { spread: number; cases: number }> {
  const errors = new Map<string, number[]>();
  for (const { row, predicted } of answerAll(rows, lookup, catalogNames)) {
    const kind = kindOf(row);
    const chip = accelerator(row.accelerator);
    const model = modelByName(row.model);
    if (predicted === null || !kind || !chip || !model) continue;
    const name = spreadClass(chip, model, lookup.calibration(chip.architecture), kind);
    if (name === "unfitted") continue;
    errors.set(name, [...(errors.get(name) ?? []), Math.abs(Math.log(predicted / row.value))]);
  }
  return new Map(
    [...errors].sort().map(([name, found]) => {
      const sorted = found.sort((a, b) => a - b);
      const eightInTen = sorted[Math.ceil(0.8 * sorted.length) - 1] as number;
      return [name, { spread: eightInTen / P90, cases: sorted.length }];
    }),
  );
}
