import type { OptionEstimate } from "@/lib/engine";
import type { Plan } from "@/lib/scenario/plan";
import { payback } from "./break-even";
import { type Projection, projectionOf } from "./project";
import { points } from "./sequence";
import { type Draw, type Variation, variationOf } from "./variation";

/** What is paid so far in each month: one draw in ten is below the low, one in ten above the high. */
export interface Cases {
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** The same of what is paid per token over all months. */
  readonly perToken: readonly [low: number, high: number];
  /** What was drawn, in words. */
  readonly basis: readonly string[];
}

const DRAWS = 256;
const SEED = 1;

/**
 * The low and the high case of a projection: what a replica serves, prices and growth are drawn together (a seeded
 * quasi-Monte-Carlo), each from the range that is known of it.
 */
export function casesOf(base: Projection, option: OptionEstimate, plan: Plan, seed = SEED): Cases {
  const { given, basis } = variationOf(option, plan);
  const drawn = points(DRAWS, seed, 3).map(([served = 0, price = 0, growth = 0]) =>
    projectionOf(given(base.given, { served, price, growth }), base.months),
  );
  const ends = base.months.map(({ index }) => across(drawn.map((draw) => draw.monthly("cumulative", index))));
  return {
    low: ends.map(([low]) => low),
    high: ends.map(([, high]) => high),
    perToken: across(drawn.map((draw) => draw.total("paidPerToken"))),
    basis,
  };
}

/** An option's projection with what varies it. */
interface Varied {
  readonly projection: Projection;
  readonly option: OptionEstimate;
  readonly plan: Plan;
}

/** When buying pays, over the cases of the ranges. */
export interface BreakEvenCases {
  /** The month that one case in ten is before, and the one that one in ten is after; undefined: not within the months. */
  readonly month: readonly [low: number | undefined, high: number | undefined];
  /** The share of the cases in which buying pays within the months. */
  readonly paying: number;
  /** What owning has saved at the end: one case in ten is below the low, one in ten above the high. */
  readonly saved: readonly [low: number, high: number];
  /** What was drawn, in words; empty where nothing was. */
  readonly basis: readonly string[];
}

/**
 * Renting against buying over the ranges: what a replica serves and growth are the same for both, what an hour costs and
 * what a machine costs are drawn apart, as nothing says how one follows the other.
 */
export function breakEvenCases(rented: Varied, owned: Varied, seed = SEED): BreakEvenCases {
  const [rent, own] = [variationOf(rented.option, rented.plan), variationOf(owned.option, owned.plan)];
  const at = ({ projection }: Varied, of: Variation, draw: Draw) =>
    projectionOf(of.given(projection.given, draw), projection.months);
  const found = points(DRAWS, seed, 4).map(([served = 0, price = 0, growth = 0, bought = 0]) =>
    payback(at(rented, rent, { served, price, growth }), at(owned, own, { served, price: bought, growth })),
  );
  const month = across(found.map(({ month: when }) => when ?? Number.POSITIVE_INFINITY));
  return {
    month: [reached(month[0]), reached(month[1])],
    paying: found.filter(({ month: when }) => when !== undefined).length / DRAWS,
    saved: across(found.map(({ saved }) => saved)),
    basis: [...new Set([...rent.basis, ...own.basis])],
  };
}

const reached = (month: number) => (Number.isFinite(month) ? month : undefined);

/** The tenth and the ninetieth percentile of values. */
function across(values: readonly number[]): [low: number, high: number] {
  const sorted = [...values].sort((a, b) => a - b);
  return [quantile(sorted, 0.1), quantile(sorted, 0.9)];
}

/** A quantile of sorted values, between two of them in proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return Number.isFinite(above) ? below + (above - below) * (at - Math.floor(at)) : above;
}
