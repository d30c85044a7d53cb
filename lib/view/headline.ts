import type { Estimate, FigureId, OptionEstimate } from "@/lib/engine";
// Past the engine's door, which would bring every formula into the first page.
import { rankedBy } from "@/lib/engine/ranking";
import { isEligible, standingOf } from "./standing";

/** A figure with its 10th and 90th percentile, in base SI. */
export type Interval = { value: number; low: number; high: number; basis: string };

/** A figure of an option with its range; null where the option has no such figure (it does not fit). */
export function interval(option: OptionEstimate, quantity: FigureId): Interval | null {
  const value = option.figures[quantity];
  if (!option.verdict.feasible || value === undefined) return null;
  const range = option.ranges[quantity];
  return { value, low: range?.low ?? value, high: range?.high ?? value, basis: range?.basis ?? "" };
}

/** Index of the option for which the question's demand costs least among those that run and keep every goal; null when none does. */
export function cheapestOption(estimate: Estimate): number | null {
  let best: { index: number; value: number } | null = null;
  for (const [index, option] of estimate.options.entries()) {
    const found = interval(option, rankedBy(estimate.scenario));
    if (found && isEligible(standingOf(estimate, index)) && (!best || found.value < best.value))
      best = { index, value: found.value };
  }
  return best?.index ?? null;
}
