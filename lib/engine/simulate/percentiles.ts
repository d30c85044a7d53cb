import type { Trace } from "./server";

/** Which of the values of many requests is meant. */
export const STATISTICS = ["mean", "p50", "p90", "p95", "p99"] as const;
export type Statistic = (typeof STATISTICS)[number];

/** By definition of each percentile. */
export const SHARE = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99 } as const;

/** What is known of each request of a run: seconds, and seconds per token. */
export const TIMES = ["ttft", "tpot", "answer", "queue"] as const;
export type Timed = (typeof TIMES)[number];

/** A statistic of a simulated time, with the standard error that comes of simulating so few requests. */
export interface Estimated {
  readonly value: number;
  readonly error: number;
}

export type Percentiles = Readonly<Record<Timed, Readonly<Record<Statistic, Estimated>>>>;

/** By judgement: of a run's requests those that neither find it filling up nor leave it emptying, as shares of all. */
const STEADY = { from: 0.25, to: 0.95 };
/** By judgement: parts of a run whose statistics are compared for their error (batch means: Law and Kelton 2000, §9.5.3). */
const PARTS = 10;

/**
 * The times of the requests that count, in the order of their arrival. Answers of one token have no time per further one;
 * where all are such, nobody waits for any.
 */
export function timesOf(trace: Trace, timed: Timed, counted = STEADY): Float64Array {
  const { first, answer, queue, requests } = trace;
  const count = first.length;
  const from = Math.floor(count * counted.from);
  const found = new Float64Array(Math.ceil(count * counted.to) - from);
  let kept = 0;
  for (let id = from; id < from + found.length; id++) {
    const tokens = requests.output[id] as number;
    if (timed === "tpot" && tokens < 2) continue;
    const value =
      timed === "ttft"
        ? first[id]
        : timed === "answer"
          ? answer[id]
          : timed === "queue"
            ? queue[id]
            : ((answer[id] as number) - (first[id] as number)) / (tokens - 1);
    if (!Number.isNaN(value)) found[kept++] = value as number;
  }
  const single = kept === 0 && timed === "tpot" && requests.output.every((tokens) => tokens < 2);
  return single ? found : found.subarray(0, kept);
}

/** The times of single requests, in the order of their arrival: place by place of the same request. */
export type RequestTimes = Readonly<Record<Exclude<Timed, "queue">, Float64Array>>;

/** The times of each request that counts and was answered; one of a single token has no time per further one. */
export function requestTimes(trace: Trace, counted = STEADY): RequestTimes {
  const { first, answer, requests } = trace;
  const from = Math.floor(first.length * counted.from);
  const end = Math.ceil(first.length * counted.to);
  const ids = Array.from({ length: end - from }, (_, id) => from + id).filter(
    (id) => !Number.isNaN(answer[id] as number),
  );
  const of = (value: (first: number, answer: number, tokens: number) => number) =>
    Float64Array.from(ids, (id) =>
      value(first[id] as number, answer[id] as number, requests.output[id] as number),
    );
  return {
    ttft: of((started) => started),
    tpot: of((started, ended, tokens) => (tokens < 2 ? Number.NaN : (ended - started) / (tokens - 1))),
    answer: of((_, ended) => ended),
  };
}

/** A statistic of values in any order, which are sorted in their place where it is no mean; infinite of none. */
export const statisticOf = (values: Float64Array, statistic: Statistic): number =>
  statistic === "mean" ? meanOf(values) : quantile(values.sort(), SHARE[statistic]);

function meanOf(values: Float64Array): number {
  if (values.length === 0) return Number.POSITIVE_INFINITY;
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** Whether a statistic of values is at most so much, without sorting them. None of no values is. */
export function within(values: Float64Array, statistic: Statistic, most: number): boolean {
  if (values.length === 0) return false;
  if (statistic === "mean") return statisticOf(values, "mean") <= most;
  let beyond = 0;
  for (const value of values) if (value > most) beyond++;
  return beyond <= (1 - SHARE[statistic]) * values.length;
}

/** The value below which that share of sorted values lies, between two of them in proportion; infinite of none. */
function quantile(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) return Number.POSITIVE_INFINITY;
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below] as number;
  return low + ((sorted[Math.min(below + 1, sorted.length - 1)] as number) - low) * (at - below);
}

/** All statistics of all times of a run, each with its sampling error. */
export function percentilesOf(trace: Trace): Percentiles {
  return Object.fromEntries(
    TIMES.map((timed) => [timed, statisticsOf(timesOf(trace, timed))]),
  ) as Percentiles;
}

function statisticsOf(values: Float64Array): Record<Statistic, Estimated> {
  const size = Math.floor(values.length / PARTS);
  const parts = Array.from({ length: PARTS }, (_, part) =>
    allOf(values.slice(part * size, (part + 1) * size)),
  );
  const whole = allOf(values);
  return Object.fromEntries(
    STATISTICS.map((statistic) => {
      const mean = parts.reduce((sum, part) => sum + part[statistic], 0) / PARTS;
      const variance = parts.reduce((sum, part) => sum + (part[statistic] - mean) ** 2, 0) / (PARTS - 1);
      // Of fewer requests than parts nothing is known of the error.
      const error = size > 0 ? Math.sqrt(variance / PARTS) : Number.POSITIVE_INFINITY;
      return [statistic, { value: whole[statistic], error }] as const;
    }),
  ) as Record<Statistic, Estimated>;
}

/** All statistics of values in any order, which are sorted in their place, once for all of them. */
function allOf(values: Float64Array): Record<Statistic, number> {
  const mean = meanOf(values);
  values.sort();
  const { p50, p90, p95, p99 } = SHARE;
  return {
    mean,
    p50: quantile(values, p50),
    p90: quantile(values, p90),
    p95: quantile(values, p95),
    p99: quantile(values, p99),
  };
}
