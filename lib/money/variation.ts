import type { OptionEstimate } from "@/lib/engine";
import { P90 } from "@/lib/engine";
import type { Plan } from "@/lib/scenario/plan";
import type { Given } from "./given";
import { normalQuantile } from "./sequence";

/** What moves the months of an option, as shares of the unit interval: a half is the middle of each. */
export interface Draw {
  readonly served: number;
  readonly price: number;
  readonly growth: number;
}

/** How an option's months vary with what is not known for sure. */
export interface Variation {
  /** What the projection is given in one draw. */
  readonly given: (base: Given, draw: Draw) => Given;
  /** What is drawn, in words; empty where nothing is uncertain. */
  readonly basis: readonly string[];
}

/** By judgement: half of the growth, where nothing is said of how far it may be off. */
const GROWTH_SPREAD = 0.5;
/** Traffic never falls below nothing. */
const LEAST_GROWTH = -0.99;

/**
 * What a replica serves, prices and growth, each over the range that is known of it. Rates and prices are log-normal
 * between their P10 and P90, growth is even between its ends.
 */
export function variationOf(option: OptionEstimate, { money }: Plan): Variation {
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
  return {
    given: (base, draw) => ({
      ...base,
      ...pricedAt(base, capitalHour + upkeepHour, lognormal(priced, draw.price)),
      planRequests: base.planRequests * lognormal(served, draw.served),
      yearlyGrowth: Math.max(LEAST_GROWTH, growth + spread * (2 * draw.growth - 1)),
    }),
    basis: [
      ...(served ? ["what a replica serves"] : []),
      ...(priced ? [bought ? "purchase prices" : "prices of providers"] : []),
      ...(spread > 0 ? ["growth"] : []),
    ],
  };
}

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
