/** By judgement: rounds after which a number is taken as found. */
const MOST_ROUNDS = 48;
/** By judgement: rounds that the quickest way is given before a slower and safe one takes turns with it. */
const PATIENCE = 8;
/** By judgement: a round lets a number fall to no less than its quarter. */
const STEEPEST_FALL = 4;

/** Where a search begins, the largest value, and the relative difference that ends it. */
interface Search {
  readonly start: number;
  readonly most: number;
  readonly close: number;
}

/**
 * Finds the positive value that is the one it brings about, by a secant through the last two rounds. Where that finds no end,
 * as beside a knee, it and the middle between a value that brings about more and one that brings about less take turns.
 * @param bringsAbout what a value brings about; the last value that it was asked for is the one found
 */
export function agreement(bringsAbout: (value: number) => number, { start, most, close }: Search): number {
  let value = start;
  let low = 0;
  let high = most;
  let before: { value: number; miss: number } | undefined;
  for (let rounds = 1; ; rounds++) {
    const miss = bringsAbout(value) - value;
    if (Math.abs(miss) <= close * value || rounds === MOST_ROUNDS) break;
    if (miss > 0) low = Math.max(low, value);
    else high = Math.min(high, value);
    const slope = before ? (miss - before.miss) / (value - before.value) : -1;
    before = { value, miss };
    const step = value + (slope < 0 ? -miss / slope : miss);
    const inside = step > low && step < high && rounds % 2 === 0;
    value =
      rounds < PATIENCE || inside
        ? Math.min(most, Math.max(value / STEEPEST_FALL, step))
        : (low + Math.min(high, 2 * value)) / 2;
  }
  return value;
}
