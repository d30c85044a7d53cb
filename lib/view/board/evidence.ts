import type { OptionEstimate } from "@/lib/engine";
import { percent } from "../percent";

/** What a row's numbers rest on, and half the width of their range as a fraction. */
export type Evidence = { kind: "predicted" | "extrapolated"; spread: number };

/** From this on a range is that of hardware whose constants were never fitted. */
const EXTRAPOLATED = 0.5;

/**
 * What the time per token rests on: the spread of measurements kept back, for hardware that the engine was fitted on,
 * or an assumption. Undefined for an option that has no such figure.
 */
export function evidenceOf({ figures, ranges }: OptionEstimate): Evidence | undefined {
  const { tpot } = figures;
  const range = ranges.tpot;
  if (!tpot || !range) return undefined;
  const spread = range.high / tpot - 1;
  return { kind: spread > EXTRAPOLATED ? "extrapolated" : "predicted", spread };
}

/** "predicted ±16 %". */
export const evidenceText = ({ kind, spread }: Evidence): string => `${kind} ±${percent(spread, 0)}`;
