import type { OptionEstimate } from "@/lib/engine";
import { P90 } from "@/lib/engine";
import type { Plan } from "@/lib/scenario/plan";
import type { Given } from "./given";
import { type Projection, projectionOf } from "./project";
import { normalQuantile, points } from "./sequence";

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
/** By judgement: half of the growth, where nothing is said of how far it may be off. */
const GROWTH_SPREAD = 0.5;

/**
 * What prices move: all that is paid by the hour; of machines that are bought what they cost and, with it, capital and
 * upkeep, which is `moved` of their hour, but neither hosting nor staff.
 */
function pricedAt(given: Given, moved: number, price: number): Partial<Given> {
  if (given.ownedFleet > 0)
    return {
      unitOutlay: given.unitOutlay * price,
      planCapitalHour: given.planCapitalHour * price,
      planPrice: given.planPrice + moved * (price - 1),
    };
  return {
    planCommittedHour: given.planCommittedHour * price,
    planSpotHour: given.planSpotHour * price,
    planOnDemandHour: given.planOnDemandHour * price,
    planNetHour: given.planNetHour * price,
    planPrice: given.planPrice * price,
  };
}

/**
 * The low and the high case of a projection: what a replica serves, prices and growth are drawn together (a seeded
 * quasi-Monte-Carlo), each from the range that is known of it. Rates and prices are log-normal between their P10 and
 * P90, growth is even between its ends.
 */
export function casesOf(base: Projection, option: OptionEstimate, { money }: Plan, seed = SEED): Cases {
  const served = ratios(option.ranges.requestRate, option.figures.requestRate);
  const { price } = option.origin;
  const bought = price.kind === "purchase" ? price.spread : undefined;
  // The spread of prices alone: that of the physics is drawn apart.
  const priced = bought
    ? ratios(bought, bought.value)
    : ratios(option.ranges.monthlyCost, option.figures.monthlyCost);
  const { capitalHour = 0, upkeepHour = 0 } = option.figures;
  const growth = money.growth ?? 0;
  const spread = money.growthSpread ?? Math.abs(growth) * GROWTH_SPREAD;
  const drawn = points(DRAWS, seed).map(([a, b, c]) => {
    const given: Given = {
      ...base.given,
      ...pricedAt(base.given, capitalHour + upkeepHour, lognormal(priced, b)),
      planRequests: base.given.planRequests * lognormal(served, a),
      yearlyGrowth: Math.max(LEAST_GROWTH, growth + spread * (2 * c - 1)),
    };
    return projectionOf(given, base.months);
  });
  const cumulative = (draw: Projection, month: number) => draw.monthly("cumulative", month);
  const across = (of: (draw: Projection) => number): [number, number] => {
    const sorted = drawn.map(of).sort((a, b) => a - b);
    return [quantile(sorted, 0.1), quantile(sorted, 0.9)];
  };
  const ends = base.months.map(({ index }) => across((draw) => cumulative(draw, index)));
  return {
    low: ends.map(([low]) => low),
    high: ends.map(([, high]) => high),
    perToken: across((draw) => draw.total("paidPerToken")),
    basis: [
      ...(served ? ["what a replica serves"] : []),
      ...(priced ? [bought ? "purchase prices" : "prices of providers"] : []),
      ...(spread > 0 ? ["growth"] : []),
    ],
  };
}

/** Traffic never falls below nothing. */
const LEAST_GROWTH = -0.99;

type Ratios = readonly [down: number, up: number] | undefined;

/** How far a figure may be off each way, in natural logarithms at P10 and P90; undefined where no range is known. */
function ratios(range: { low: number; high: number } | undefined, value: number | undefined): Ratios {
  if (!range || !value || range.low <= 0) return undefined;
  return [Math.log(value / range.low), Math.log(range.high / value)];
}

/** A factor whose P10 and P90 are the ratios', its logarithm normal on each side. */
function lognormal(spread: Ratios, share: number): number {
  if (!spread) return 1;
  const normal = normalQuantile(share);
  return Math.exp((normal / P90) * (normal < 0 ? spread[0] : spread[1]));
}

/** A quantile of sorted values, between two of them in proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}
