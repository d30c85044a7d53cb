import type { Estimate, FigureId, OptionEstimate } from "@/lib/engine";
import { isEligible, standingOf } from "./standing";

/** The three ways to price a token, and the quantity behind each. */
export const costQuantity = {
  blended: "costPerToken",
  input: "costPerInputToken",
  output: "costPerOutputToken",
} as const;

/** What a cost is per: any token, an input token or an output token. */
export type CostKind = keyof typeof costQuantity;

/** A figure with its 10th and 90th percentile, in base SI. */
export type Interval = { value: number; low: number; high: number; basis: string };

/** A figure of an option with its range; null where the option has no such figure (it does not fit). */
export function interval(option: OptionEstimate, quantity: FigureId): Interval | null {
  const value = option.figures[quantity];
  if (!option.verdict.feasible || value === undefined) return null;
  const range = option.ranges[quantity];
  return { value, low: range?.low ?? value, high: range?.high ?? value, basis: range?.basis ?? "" };
}

/** Index of the option with the lowest cost among those that run and keep every goal; null when none does. */
export const cheapestOption = (estimate: Estimate, cost: CostKind): number | null =>
  lowestCost(estimate, cost, (index) => isEligible(standingOf(estimate, index)));

/** Index of the option with the lowest cost among those that run at all, whatever they miss. */
export const cheapestRunning = (estimate: Estimate, cost: CostKind): number | null =>
  lowestCost(estimate, cost, () => true);

function lowestCost(estimate: Estimate, cost: CostKind, wanted: (index: number) => boolean): number | null {
  let best: { index: number; value: number } | null = null;
  for (const [index, option] of estimate.options.entries()) {
    const found = interval(option, costQuantity[cost]);
    if (found && wanted(index) && (!best || found.value < best.value)) best = { index, value: found.value };
  }
  return best?.index ?? null;
}

/** How far a figure lies above (+) or below (−) the same figure of the baseline, as a fraction; null without both. */
export function differenceTo(
  estimate: Estimate,
  index: number,
  baseline: number,
  quantity: FigureId,
): number | null {
  const option = estimate.options[index];
  const base = estimate.options[baseline];
  if (!option || !base || index === baseline) return null;
  const mine = interval(option, quantity);
  const theirs = interval(base, quantity);
  return mine && theirs && theirs.value > 0 ? mine.value / theirs.value - 1 : null;
}

/** Where an interval lies on the scale all options of a plan share, from 0 (left) to 1 (right). */
export type Band = { low: number; value: number; high: number };

/** Puts each option's cost range on one scale that starts at zero, so that lengths can be compared. */
export function costBands(estimate: Estimate, cost: CostKind): (Band | null)[] {
  const intervals = estimate.options.map((option) => interval(option, costQuantity[cost]));
  const top = Math.max(0, ...intervals.map((found) => found?.high ?? 0));
  return intervals.map((found) =>
    found && top > 0 ? { low: found.low / top, value: found.value / top, high: found.high / top } : null,
  );
}
