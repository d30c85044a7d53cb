import { dayText, formatQuantity } from "@/lib/units";
import { type FigureId, type Figures, figureQuantities } from "../figures";
import { headlines } from "../headlines";
import type { MarketAsk, PriceOrigin } from "../price";
import type { Range } from "./ranges";

/** The ranges of an option by figure. */
type Ranges = Readonly<Partial<Record<FigureId, Range>>>;

const PAID: readonly FigureId[] = ["monthlyCost", "annualCost"];
const priced = new Set(figureQuantities.filter(({ needs }) => needs.includes("price")).map(({ id }) => id));
/** Predicted costs, and what is paid whatever is served. */
const money: readonly FigureId[] = headlines
  .filter(({ id, range }) => priced.has(id) && (range || PAID.includes(id)))
  .map(({ id }) => id);

/** How far a cost may be off each way because of what hours or machines are sold for, as factors, and why. */
export interface PriceSpread {
  readonly below: number;
  readonly above: number;
  readonly basis: string;
}

/** What eight providers in ten ask for an hour beside the middle one. A cost moves as its hour does. */
export function hourSpread(market: MarketAsk | undefined): PriceSpread | undefined {
  if (!market || market.providers < 2) return undefined;
  const { value, p10, p90, providers } = market;
  return {
    below: Math.min(value, p10) / value,
    above: Math.max(value, p90) / value,
    basis: `prices of ${providers} providers`,
  };
}

/**
 * What publications say that the machine of an owned hour costs. Of its bill capital and upkeep move with the purchase; hosting,
 * staff and electricity do not. Undefined for a purchase price that a person states, or of which one figure alone is known.
 */
export function ownedSpread(price: PriceOrigin, figures: Figures): PriceSpread | undefined {
  const { monthlyCost, monthlyDepreciation = 0, monthlyInterestCost = 0, monthlyUpkeep = 0 } = figures;
  if (price.kind !== "purchase" || !price.spread || !monthlyCost) return undefined;
  const { value, low, high, asOf } = price.spread;
  const share = (monthlyDepreciation + monthlyInterestCost + monthlyUpkeep) / monthlyCost;
  const dollars = (amount: number) => formatQuantity(amount, "USD").number;
  return {
    below: 1 + share * (Math.min(value, low) / value - 1),
    above: 1 + share * (Math.max(value, high) / value - 1),
    basis: `machines bought for ${dollars(low)} to ${dollars(high)}, ${dayText(asOf)}, about the ${dollars(value)} that count`,
  };
}

/**
 * The ranges with the spread of prices in those of money. A price and a prediction err for unlike reasons, so their
 * spreads add as squares, in logarithms. A price that a person states, or one without a market, has no spread; one that
 * was taken from a list has its market's of that day.
 */
export function withPriceRange(ranges: Ranges, figures: Figures, spread: PriceSpread | undefined): Ranges {
  if (!spread) return ranges;
  const below = -Math.log(spread.below);
  const above = Math.log(spread.above);
  const widthOf = (figure: number, { low, high, basis }: Range) => ({
    below: Math.exp(-Math.hypot(Math.log(figure / low), below)),
    above: Math.exp(Math.hypot(Math.log(high / figure), above)),
    basis: basis ? `${basis}; ${spread.basis}` : spread.basis,
  });
  // Figures of one basis are as wide as each other.
  const known = new Map<string, ReturnType<typeof widthOf>>();
  const widened: Partial<Record<FigureId, Range>> = { ...ranges };
  for (const id of money) {
    const figure = figures[id];
    if (figure === undefined || figure <= 0) continue;
    const range = ranges[id] ?? { low: figure, high: figure, basis: "" };
    const width = known.get(range.basis) ?? widthOf(figure, range);
    known.set(range.basis, width);
    widened[id] = { low: figure * width.below, high: figure * width.above, basis: width.basis };
  }
  return widened;
}
