import type { Projection } from "./project";

/** When owning has cost no more than renting for the first time and from then on. */
export interface BreakEven {
  /** Months from the start, between two of them in proportion; undefined where renting stays cheaper. */
  readonly month: number | undefined;
  /** What owning has saved at the end, machines written down; negative where it cost more. */
  readonly saved: number;
  /** Yearly return on what owning pays ahead of renting; undefined where it never comes back. */
  readonly yearlyReturn: number | undefined;
}

/** Compares what two projections of the same months have paid, month by month. */
export function breakEven(rented: Projection, owned: Projection): BreakEven {
  const { ahead, worth, ...paid } = payback(rented, owned);
  const flows = ahead.map((value, index) => value - (ahead[index - 1] ?? 0));
  return { ...paid, yearlyReturn: yearly(rateOfReturn([...flows, worth])) };
}

/** The same without the return, with how far renting has cost more after each month, and what the machines are then worth. */
export function payback(rented: Projection, owned: Projection) {
  const last = rented.months.length - 1;
  const ahead = rented.months.map(
    ({ index }) => rented.monthly("cumulative", index) - owned.monthly("cumulative", index),
  );
  const worth = owned.monthly("remainingValue", last);
  return { ahead, worth, month: crossing(ahead), saved: (ahead[last] ?? 0) + worth };
}

/** Where a series is negative for the last time before it stays at zero or above, counted in months that are over. */
function crossing(series: readonly number[]): number | undefined {
  const last = series.findLastIndex((value) => value < 0);
  if (last === series.length - 1) return undefined;
  const before = series[last];
  const after = series[last + 1] as number;
  // Within a month what is ahead grows evenly.
  return before === undefined ? 0 : last + 1 + before / (before - after);
}

const yearly = (monthly: number | undefined) => (monthly === undefined ? undefined : (1 + monthly) ** 12 - 1);

const ROUNDS = 200;
const WIDEST = 10;

/**
 * The rate at which payments and receipts of equal periods, the first at once, are worth nothing together (the
 * internal rate of return). Undefined where there is no change of sign, or none between −99 % and 1,000 % a period.
 */
export function rateOfReturn(flows: readonly number[]): number | undefined {
  const worth = (rate: number) => flows.reduceRight((later, flow) => flow + later / (1 + rate), 0);
  let [low, high] = [-0.99, WIDEST];
  if (!flows.some((flow) => flow > 0) || !flows.some((flow) => flow < 0)) return undefined;
  if (Math.sign(worth(low)) === Math.sign(worth(high))) return undefined;
  const falling = worth(low) > 0;
  for (let round = 0; round < ROUNDS; round++) {
    const middle = (low + high) / 2;
    if (worth(middle) > 0 === falling) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
