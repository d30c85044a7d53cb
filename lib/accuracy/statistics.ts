/** Errors of a set of predictions; shares and errors are fractions. */
export interface Errors {
  readonly cases: number;
  /** Mean and median of |predicted − measured| / measured. */
  readonly mape: number;
  readonly median: number;
  /** Share of predictions within a quarter of the measurement. */
  readonly within25: number;
  /** Median of predicted / measured − 1: positive when the planner promises too much of the quantity. */
  readonly bias: number;
  /** Standard deviation of ln(predicted / measured). */
  readonly spread: number;
}

const QUARTER = 0.25;

/** The value below which half of `values` lie. Throws on an empty list. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) throw new Error("the median of nothing");
  return sorted.length % 2 ? upper : (upper + (sorted[middle - 1] as number)) / 2;
}

/** The errors of predicted over measured ratios. */
export function errorsOf(ratios: readonly number[]): Errors {
  const absolute = ratios.map((ratio) => Math.abs(ratio - 1));
  const logs = ratios.map(Math.log);
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  return {
    cases: ratios.length,
    mape: absolute.reduce((sum, error) => sum + error, 0) / absolute.length,
    median: medianOf(absolute),
    within25: absolute.filter((error) => error <= QUARTER).length / absolute.length,
    bias: medianOf(ratios) - 1,
    spread: Math.sqrt(logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / logs.length),
  };
}
