/** By judgement: rounds that narrow the largest load down, to a thirtieth of what one replica more takes off it. */
const ROUNDS = 5;

/**
 * The fewest beyond `missing`, for which it does not hold, and up to `most` that `holds`: undefined where it does not hold
 * for the most either, unless it may hold between them alone (`peaks`). Looks in growing steps and halves the last one.
 */
export function fewestBeyond(
  missing: number,
  most: number,
  holds: (count: number) => boolean,
  peaks: boolean,
): number | undefined {
  if (most <= missing || (!peaks && !holds(most))) return undefined;
  let bad = missing;
  let good = Math.min(most, missing + 1);
  for (let step = 1; !holds(good); step *= 2) {
    if (good === most) return undefined;
    bad = good;
    good = Math.min(most, good + 2 * step);
  }
  while (good - bad > 1) {
    const middle = (good + bad) >> 1;
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}

/** Nearly the largest load between one that `holds` and one that does not. */
export function between(good: number, bad: number, holds: (load: number) => boolean): number {
  let [low, high] = [good, bad];
  for (let round = 0; round < ROUNDS; round++) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
