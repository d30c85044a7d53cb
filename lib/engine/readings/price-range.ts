import { type FigureId, type Figures, figureQuantities } from "../figures";
import { headlines } from "../headlines";
import type { MarketAsk } from "../price";
import type { Range } from "./ranges";

/** The ranges of an option by figure. */
type Ranges = Readonly<Partial<Record<FigureId, Range>>>;

const PAID: readonly FigureId[] = ["monthlyCost", "annualCost"];
const priced = new Set(figureQuantities.filter(({ needs }) => needs.includes("price")).map(({ id }) => id));
/** Predicted costs, and what is paid whatever is served. */
const money: readonly FigureId[] = headlines
  .filter(({ id, range }) => priced.has(id) && (range || PAID.includes(id)))
  .map(({ id }) => id);

/**
 * The ranges with the market's spread in those of money: what eight providers in ten ask for beside the middle one.
 * A price and a prediction err for unlike reasons, so their spreads add as squares, in logarithms. A price that a
 * person states, or one without a market, has no spread; one that was taken from a list has its market's of that day.
 */
export function withPriceRange(ranges: Ranges, figures: Figures, market: MarketAsk | undefined): Ranges {
  if (!market || market.providers < 2) return ranges;
  const { value } = market;
  const offers = `prices of ${market.providers} providers`;
  const below = Math.log(value / Math.min(value, market.p10));
  const above = Math.log(Math.max(value, market.p90) / value);
  const widthOf = (figure: number, { low, high, basis }: Range) => ({
    below: Math.exp(-Math.hypot(Math.log(figure / low), below)),
    above: Math.exp(Math.hypot(Math.log(high / figure), above)),
    basis: basis ? `${basis}; ${offers}` : offers,
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
