import type { Price } from "../schema";
import { type Finding, priceFile, type Rule } from "./rule";

/** Offers of one accelerator spread this far around their median: marketplaces below, hyperscalers above. */
const spread = 8;
/** With fewer offers there is no market to compare with. */
const enough = 3;

const median = (values: number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** The middle of a market in which each provider counts once, however many regions it lists. */
function middleOf(offers: readonly Price[]): number {
  const byProvider = new Map<string, number[]>();
  for (const { provider, perAcceleratorHour } of offers)
    byProvider.set(provider, [...(byProvider.get(provider) ?? []), perAcceleratorHour.value]);
  return median([...byProvider.values()].map(median));
}

/** An offer far from all others of its kind is a price per instance, per month or in another currency. */
export const priceMarket: Rule = {
  name: "offers lie within the market's range",
  check(catalog) {
    const markets = new Map<string, Price[]>();
    for (const offer of catalog.prices) {
      const market = `${offer.accelerator} ${offer.term}`;
      markets.set(market, [...(markets.get(market) ?? []), offer]);
    }
    return [...markets.values()].flatMap((offers): Finding[] => {
      if (offers.length < enough) return [];
      const middle = middleOf(offers);
      return offers
        .filter(({ perAcceleratorHour: { value } }) => value > middle * spread || value < middle / spread)
        .map((offer) => ({
          file: priceFile(offer),
          field: `offer.perAcceleratorHour (${offer.id})`,
          message: `${offer.perAcceleratorHour.text} is ${(offer.perAcceleratorHour.value / middle).toPrecision(2)} times the middle of its ${offers.length} offers`,
        }));
    });
  },
};
