import type { Price, PriceTerm } from "@/lib/catalog/schema";

/** The market that prices are chosen from: how hours are paid for, and where. */
export interface MarketChoice {
  readonly term: PriceTerm;
  /** Part of the world; offers of one price everywhere are in each. Absent: anywhere. */
  readonly area?: string;
}

/** What a market asks for one accelerator: each provider by its cheapest offer. */
export interface MarketPrices {
  readonly low: Price;
  readonly middle: Price;
  readonly high: Price;
  readonly providers: number;
}

const ofHour = ({ perAcceleratorHour }: Price) => perAcceleratorHour.value;

/** Offers of whole machines that a person can take, in this market, the cheapest first. */
export const offersIn = (offers: readonly Price[], { term, area }: MarketChoice): Price[] =>
  offers
    .filter((offer) => offer.term === term && offer.covers === undefined)
    .filter((offer) => area === undefined || offer.area === area || offer.area === "global")
    .sort((a, b) => ofHour(a) - ofHour(b));

/** The day a year before, as text; a month or a year stands for its first day, as far as texts compare. */
const yearBefore = (day: string): string => `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;

/**
 * The market's low, middle (of two the cheaper) and high price, each provider by its cheapest offer of the newest year;
 * undefined where nobody offers.
 */
export function marketPrices(offers: readonly Price[], choice: MarketChoice): MarketPrices | undefined {
  const cheapest = new Map<string, Price>();
  const market = offersIn(offers, choice);
  const newest =
    market
      .map(({ asOf }) => asOf)
      .sort()
      .at(-1) ?? "";
  for (const offer of market)
    if (offer.asOf >= yearBefore(newest) && !cheapest.has(offer.provider))
      cheapest.set(offer.provider, offer);
  const each = [...cheapest.values()];
  const [low] = each;
  const middle = each[Math.floor((each.length - 1) / 2)];
  const high = each.at(-1);
  return low && middle && high ? { low, middle, high, providers: each.length } : undefined;
}

/** What a term takes off the on-demand price by the middle offers of one area; undefined where either is not offered. */
export function listedDiscount(offers: readonly Price[], choice: MarketChoice): number | undefined {
  const term = marketPrices(offers, choice)?.middle;
  const demand = marketPrices(offers, { ...choice, term: "on-demand" })?.middle;
  return term && demand ? 1 - ofHour(term) / ofHour(demand) : undefined;
}

/** Markets of several options, and how they differ; empty where all are alike. */
export function unlikeMarkets(markets: readonly (MarketChoice | undefined)[]): string[] {
  const known = markets.filter((each) => each !== undefined);
  const terms = new Set(known.map(({ term }) => term));
  const areas = new Set(
    known.map(({ area }) => area).filter((area) => area !== undefined && area !== "global"),
  );
  return [
    ...(terms.size > 1 ? ["how hours are paid for"] : []),
    ...(areas.size > 1 ? [`where: ${[...areas].join(", ")}`] : []),
    ...(known.length < markets.length && known.length > 0 ? ["a price of one's own beside listed ones"] : []),
  ];
}
