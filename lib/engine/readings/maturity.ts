import type { Calibration, Model } from "@/lib/catalog/schema";
import type { ErrorKind } from "../headlines";
import type { Evidence } from "./evidence";

/** By definition: milliseconds of a day. */
const DAY = 86_400_000;
/**
 * By judgement: days in which the kernels of a new model still change from release to release of the software. No row says
 * when it was measured, so that they cannot be counted. They decide only whether a range is wider, never a figure.
 */
const FIRST_DAYS = 90;
/**
 * Counted: root mean square of the logarithm by which figures moved between two releases of one server, at the 37 loads
 * of data/benchmarks that differ in nothing else and whose model was new: MiniMax-M2.5 of 2026-02 on a B200 under vLLM 0.17.0
 * and 0.19.0 (10) and 0.19.0 and a later build (24), Kimi-K2.5 of 2026-01 on a B300 under 0.17.0 and 0.19.0 (2),
 * Qwen3.5-397B of 2026-02 under two builds of SGLang (1). A rate is taken to move as the time per token does.
 */
const MOVED = { tpot: 0.14, ttft: 0.4, rate: 0.14 } as const;

/** The spread of a new model's figure: what was foretold wrongly of others, and what the next release may move. */
export const newSpread = (kind: ErrorKind, held: number): number => Math.hypot(held, MOVED[kind]);

/**
 * Whether a model was so new when residuals were taken that what runs it may not be what will: released less than a
 * quarter before, or after, and never measured on this accelerator. False where nobody says when it was released.
 */
export function isNew(
  { released }: Pick<Model, "released">,
  { asOf }: Pick<Calibration, "asOf">,
  evidence: Evidence,
): boolean {
  if (released === undefined || asOf === undefined || evidence === "measured") return false;
  return (Date.parse(asOf) - Date.parse(released)) / DAY < FIRST_DAYS;
}
