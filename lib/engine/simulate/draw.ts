import type { Random } from "./random";

/** How long prompts or answers are. */
export interface Lengths {
  /** Tokens. */
  readonly mean: number;
  /** Standard deviation over mean; zero for one length. */
  readonly spread: number;
  /** Nothing is longer; absent where nobody says. */
  readonly longest?: number;
  readonly law?: "lognormal" | "gamma";
}

/** How requests come: `burstiness` is the standard deviation of the time between two over its mean, 1 for Poisson. */
export interface Arrivals {
  /** Requests per second. */
  readonly rate: number;
  readonly burstiness: number;
}

/** Tokens that a decode step brings a sequence: one, or where some are drafted as many as the model accepts. */
export interface Gain {
  readonly mean: number;
  /** Standard deviation. */
  readonly deviation: number;
  readonly most: number;
}

/** By judgement: rounds that bring the mean of lengths with an upper bound to what was asked. */
const ROUNDS = 4;

/**
 * Draws whole lengths of at least one token. The sample is stretched so that its mean is the one asked for: what a
 * replica carries hangs on that mean, and a few thousand draws of a wide distribution miss it by several percent.
 */
export function drawLengths(
  random: Random,
  count: number,
  { mean, spread, longest, law }: Lengths,
): Float64Array {
  const most = longest ?? Number.POSITIVE_INFINITY;
  const drawn = new Float64Array(count);
  const sigma = Math.sqrt(Math.log1p(spread * spread));
  for (let i = 0; i < count; i++)
    drawn[i] =
      spread === 0
        ? 1
        : law === "gamma"
          ? random.gamma(1 / (spread * spread))
          : Math.exp(sigma * random.normal() - (sigma * sigma) / 2);
  let stretch = mean;
  for (let round = 0; round < ROUNDS; round++) {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += Math.max(1, Math.min(most, (drawn[i] as number) * stretch));
    stretch *= (mean * count) / sum;
  }
  // What rounding takes from one length it gives to the next, so that the mean stays.
  let carry = 0;
  for (let i = 0; i < count; i++) {
    const exact = Math.max(1, Math.min(most, (drawn[i] as number) * stretch));
    const whole = Math.max(1, Math.round(exact + carry));
    carry += exact - whole;
    drawn[i] = whole;
  }
  return drawn;
}

/**
 * Draws the decode steps of each answer beside its first token. Of drafted tokens sometimes more and sometimes fewer
 * are accepted: as many steps as n tokens take are nearly normal, with a variance of n times that of a step's gain over
 * the cube of its mean (Cox 1962, "Renewal Theory"). What rounding takes from one answer it gives to the next.
 */
export function drawSteps(
  random: Random,
  output: Float64Array,
  { mean, deviation, most }: Gain,
): Float64Array {
  let carry = 0;
  return output.map((tokens) => {
    const further = tokens - 1;
    const luck = deviation > 0 ? (deviation / mean) * Math.sqrt(further / mean) * random.normal() : 0;
    const drawn = further / mean + luck + carry;
    const steps = Math.max(Math.ceil(further / most), Math.min(further, Math.round(drawn)));
    carry = drawn - steps;
    return steps;
  });
}

/**
 * Draws arrival times in seconds, in order: gamma-distributed gaps, at the asked rate over the whole sample, for the
 * same reason. Without burstiness they come at a constant interval.
 */
export function drawArrivals(random: Random, count: number, { rate, burstiness }: Arrivals): Float64Array {
  const times = new Float64Array(count);
  const shape = 1 / (burstiness * burstiness);
  let time = 0;
  for (let i = 0; i < count; i++) {
    time += burstiness === 0 ? 1 : random.gamma(shape);
    times[i] = time;
  }
  const scale = count / rate / time;
  for (let i = 0; i < count; i++) times[i] = (times[i] as number) * scale;
  return times;
}
