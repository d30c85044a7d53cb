import { type RequestTimes, SHARE, type Statistic } from "../simulate";

/** Requests that went one way through a topology: which share of all new ones, and how long each of a sample waited. */
export interface Course {
  readonly weight: number;
  readonly times: RequestTimes;
}

/** One stop of a request: the times there, the network's, and which share of its answers is asked again. */
export interface Stop {
  readonly times: RequestTimes;
  readonly distance: number;
  /** New requests that come here first, over all; and which share of the answers goes on to the next stop. */
  readonly direct: number;
  readonly again: number;
}

/**
 * The courses through stops one behind the other. Who is asked again has waited for the whole answer before; the sample of
 * one stop meets that of the next in the order of the requests, whose lengths are the same at both.
 */
export function coursesOf(stops: readonly Stop[]): Course[] {
  let arriving: { weight: number; waited: Float64Array }[] = [];
  return stops.flatMap(({ times, distance, direct, again }) => {
    const here = [...(direct > 0 ? [{ weight: direct, waited: Float64Array.of(0) }] : []), ...arriving];
    arriving =
      again > 0
        ? here.map(({ weight, waited }) => ({
            weight: weight * again,
            waited: later(times.answer, waited, distance),
          }))
        : [];
    return here
      .map(({ weight, waited }) => ({
        weight: weight * (1 - again),
        times: {
          ttft: later(times.ttft, waited, distance),
          answer: later(times.answer, waited, distance),
          tpot: times.tpot,
        },
      }))
      .filter(({ weight }) => weight > 0);
  });
}

const later = (times: Float64Array, waited: Float64Array, distance: number): Float64Array =>
  times.map((time, id) => time + distance + (waited[id % waited.length] as number));

/** A percentile of a time over all courses, each value counted by its way's share. Infinite where that many are not known. */
export function mixedQuantile(
  courses: readonly Course[],
  of: keyof RequestTimes,
  at: Exclude<Statistic, "mean">,
) {
  const values = courses.flatMap(({ weight, times }) => {
    const known = times[of].filter((value) => !Number.isNaN(value));
    return Array.from(known, (value) => ({ value, weight: weight / known.length }));
  });
  values.sort((a, b) => (a.value === b.value ? 0 : a.value - b.value));
  const last = values.at(-1);
  if (!last) return Number.POSITIVE_INFINITY;
  // The first value lies at zero and the last at one, as in a sample of equal weights.
  const whole = values.reduce((sum, { weight }) => sum + weight, 0) - last.weight;
  const wanted = SHARE[at] * whole;
  let before = 0;
  for (const [index, { value, weight }] of values.entries()) {
    const next = values[index + 1];
    if (!next || before + weight > wanted) {
      const part = (wanted - before) / weight;
      return next && part > 0 ? value + (next.value - value) * part : value;
    }
    before += weight;
  }
  return last.value;
}
