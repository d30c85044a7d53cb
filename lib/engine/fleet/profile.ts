import type { Plan } from "@/lib/scenario/plan";
import { parseUnit } from "@/lib/units";

const HOUR = parseUnit("h").factor;
const DAY = parseUnit("day").factor;

/** By judgement: points at which a day's shape is averaged, and the most pointed one that is looked for. */
const POINTS = 1440;
const MOST_POINTED = 1e5;
/** By judgement: rounds after which the shape is found to the last digits. */
const ROUNDS = 80;

/**
 * Requests per second at a second of the day, from the mean and the peak of the hours in use: one wave over them, of the
 * form of a von Mises distribution, which stays above zero whatever the peak is; nothing comes in the other hours. The
 * hours in use are in the middle of the day.
 */
export function dayProfile(
  { hoursPerDay, peakToMean }: Pick<Plan["traffic"], "hoursPerDay" | "peakToMean">,
  peak: number,
): (second: number) => number {
  const length = hoursPerDay * HOUR;
  const from = (DAY - length) / 2;
  const pointed = pointedness(peakToMean);
  return (second) => {
    const share = (second - from) / length;
    return share < 0 || share >= 1 ? 0 : peak * wave(pointed, share);
  };
}

/** One at the middle of the hours in use, less on both sides. */
const wave = (pointed: number, share: number): number =>
  Math.exp(pointed * (Math.cos(2 * Math.PI * (share - 1 / 2)) - 1));

/** How pointed a wave is whose peak is so many times its mean. */
function pointedness(peakToMean: number): number {
  const mean = (pointed: number) => {
    let sum = 0;
    for (let point = 0; point < POINTS; point++) sum += wave(pointed, (point + 1 / 2) / POINTS);
    return sum / POINTS;
  };
  let low = 0;
  let high = MOST_POINTED;
  for (let round = 0; round < ROUNDS; round++) {
    const middle = low + (high - low) / 2;
    if (mean(middle) * peakToMean > 1) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * Which share of a day's requests come while the load is at most so large a share of its peak, those included that come
 * at busier times but within that share: what machines for it serve, when the others are turned away at once.
 */
export function shareWithin(peakToMean: number, capacity: number): number {
  const pointed = pointedness(peakToMean);
  let all = 0;
  let within = 0;
  for (let point = 0; point < POINTS; point++) {
    const load = wave(pointed, (point + 1 / 2) / POINTS);
    all += load;
    within += Math.min(load, capacity);
  }
  return within / all;
}
