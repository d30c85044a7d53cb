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
 * form of a von Mises distribution, which stays above zero whatever the peak is, or the shape of `hours` that were
 * measured; nothing comes in the other hours. The hours in use are in the middle of the day.
 */
export function dayProfile(
  { hoursPerDay, peakToMean }: Pick<Plan["traffic"], "hoursPerDay" | "peakToMean">,
  peak: number,
  hours?: readonly number[],
): (second: number) => number {
  const length = hoursPerDay * HOUR;
  const from = (DAY - length) / 2;
  const shape = hours ? measured(hours, peakToMean) : oneWave(peakToMean);
  return (second) => {
    const share = (second - from) / length;
    return share < 0 || share >= 1 ? 0 : peak * shape(share);
  };
}

/** A shape of the hours in use, from 0 (their begin) to 1: one at its highest. */
type Shape = (share: number) => number;

/** Highest in the middle of the hours in use, less on both sides. */
function oneWave(peakToMean: number): Shape {
  const pointed = bent(peakToMean, (by) => (share) => wave(by, share));
  return (share) => wave(pointed, share);
}

const wave = (pointed: number, share: number): number =>
  Math.exp(pointed * (Math.cos(2 * Math.PI * (share - 1 / 2)) - 1));

/** As it was measured, straight between the middles of the hours, flattened or sharpened by a power to the peak that is asked for. */
function measured(hours: readonly number[], peakToMean: number): Shape {
  const most = Math.max(...hours);
  const relative: Shape = (share) => {
    const at = share * hours.length - 1 / 2 + hours.length;
    const [before, after] = [Math.floor(at), Math.floor(at) + 1].map(
      (hour) => (hours[hour % hours.length] as number) / most,
    ) as [number, number];
    return before + (after - before) * (at - Math.floor(at));
  };
  const power = bent(peakToMean, (by) => (share) => relative(share) ** by);
  return (share) => relative(share) ** power;
}

/** How far a shape is bent whose peak is then so many times its mean. More bending leaves less around the peak. */
function bent(peakToMean: number, shape: (by: number) => Shape): number {
  const mean = (by: number) => {
    const bentBy = shape(by);
    let sum = 0;
    for (let point = 0; point < POINTS; point++) sum += bentBy((point + 1 / 2) / POINTS);
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
  const shape = oneWave(peakToMean);
  let all = 0;
  let within = 0;
  for (let point = 0; point < POINTS; point++) {
    const load = shape((point + 1 / 2) / POINTS);
    all += load;
    within += Math.min(load, capacity);
  }
  return within / all;
}
