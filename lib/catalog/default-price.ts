import { cheapestByProvider, comparableOffers, dayOf, middleOf } from "./comparable-offers";
import type { Price } from "./price";

/** On-demand hours cost up to some four times those of a commitment; above that a price is odd. */
const ODD = 4;

/**
 * The offer a plan starts from, with the market it was chosen in: the middle one (the lower of two) of the providers
 * that compare on demand, in the US or at one price everywhere, or of any place where neither exists. It is a real
 * offer with a date and a source. Where one or two providers are all there is, a price above four times what a
 * commitment or an owned one costs is odd and no answer: then there is none.
 */
export function chooseDefaultPrice(offers: readonly Price[]): Price | undefined {
  const onDemand = offers.filter(({ term }) => term === "on-demand");
  const near = onDemand.filter(({ area }) => area === "US" || area === "global");
  const market = comparableOffers(near) ?? comparableOffers(onDemand);
  const chosen = market && middleOf(market.cheapest);
  if (!chosen || (market.few && isOdd(chosen, offers))) return undefined;
  const prices = market.cheapest.map(({ perAcceleratorHour }) => perAcceleratorHour.value);
  const newer = middleOf(
    cheapestByProvider(market.offers.filter(({ asOf }) => dayOf(asOf) > dayOf(chosen.asOf))),
  );
  return {
    ...chosen,
    market: {
      providers: market.cheapest.length,
      offers: market.offers.length,
      fewest: Math.min(...market.offers.map(({ accelerators }) => accelerators)),
      low: quantile(prices, 0),
      high: quantile(prices, 1),
      p10: quantile(prices, 0.1),
      p90: quantile(prices, 0.9),
      days: market.days,
      ...(newer
        ? { newer: { provider: newer.provider, rate: newer.perAcceleratorHour.value, asOf: newer.asOf } }
        : {}),
    },
  };
}

/** A quantile of sorted prices, between two of them in proportion. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? 0;
  const above = sorted[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}

/** Whether a commitment, or a modelled owner's cost, makes this price one that nobody need pay. */
function isOdd({ perAcceleratorHour }: Price, offers: readonly Price[]): boolean {
  const committed = offers.filter(({ term }) => term.startsWith("reserved") || term === "ownership");
  const least = Math.min(...committed.map((offer) => offer.perAcceleratorHour.value));
  return perAcceleratorHour.value > ODD * least;
}
