import { comparableOffers, middleOf } from "@/lib/catalog/comparable-offers";
import type { Price, PriceTerm } from "@/lib/catalog/schema";
import { planOf } from "@/lib/scenario/plan";
import type { Offer, Scenario } from "@/lib/scenario/schema";
import { offerOfPrice } from "../catalog/offer-text";

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

/**
 * The market's low, middle (of two the cheaper) and high price, each provider by its cheapest of the offers that
 * compare, as the price a plan starts from is chosen; undefined where nobody offers.
 */
export function marketPrices(offers: readonly Price[], choice: MarketChoice): MarketPrices | undefined {
  const { cheapest } = comparableOffers(offersIn(offers, choice)) ?? { cheapest: [] };
  const [low] = cheapest;
  const middle = middleOf(cheapest);
  const high = cheapest.at(-1);
  return low && middle && high ? { low, middle, high, providers: cheapest.length } : undefined;
}

/** An offer as a plan keeps it, with what its own market asks now: the same term in the same part of the world. */
export function takenOffer(price: Price, offers: readonly Price[]): Offer {
  const offer = offerOfPrice(price);
  const market = marketPrices(offers, { term: price.term, area: price.area });
  if (!market || market.providers < 2) return offer;
  const hour = (of: Price) => offerOfPrice(of).pricePerHour;
  return {
    ...offer,
    market: { low: hour(market.low), high: hour(market.high), providers: market.providers },
  };
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

const TERMS = ["discount", "committedShare", "committedDiscount", "spotShare", "spotDiscount"] as const;

/** How options differ in what they say of their own hours: owned beside rented, and terms of their own. */
export function unlikeTerms(scenario: Scenario): string[] {
  const plans = scenario.options.map((_, index) => planOf(scenario, index));
  const kinds = new Set(plans.map(({ finance }) => finance.hardware));
  const rented = plans.filter(({ finance }) => finance.hardware === "rented");
  const terms = new Set(rented.map(({ money }) => JSON.stringify(TERMS.map((term) => money[term] ?? 0))));
  return [
    ...(kinds.size > 1 ? ["owned machines beside rented ones"] : []),
    ...(terms.size > 1 ? ["commitments, spot shares or discounts of their own"] : []),
  ];
}
