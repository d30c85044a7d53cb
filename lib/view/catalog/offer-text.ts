import type { Price, PriceTerm } from "@/lib/catalog/schema";
import type { Offer } from "@/lib/scenario/schema";
import { dayText, parseUnit } from "@/lib/units";

/** How an hour is paid for, in words. */
export const termLabels: Record<PriceTerm, string> = {
  "on-demand": "On demand",
  spot: "Spot",
  "reserved-1y": "Reserved, 1 year",
  "reserved-3y": "Reserved, 3 years",
  ownership: "Owned, modelled",
};

/** The words of a term; a term that the catalog does not have any more says itself. */
const termText = (term: string): string =>
  Object.hasOwn(termLabels, term) ? termLabels[term as PriceTerm].toLowerCase() : term;

/** Whose offer a price is, where, how it is paid for and of when: "Lambda, US, reserved, 1 year · 2026-05-24". */
export const offerText = ({ provider, area, region, term, asOf }: Offer): string =>
  `${[provider, region ?? area, termText(term)].filter(Boolean).join(", ")} · ${dayText(asOf)}`;

/** An offer of the catalog as a plan keeps it. */
export const offerOfPrice = ({ provider, term, area, region, asOf, perAcceleratorHour }: Price): Offer => ({
  pricePerHour: Number((perAcceleratorHour.value / parseUnit("USD/h").factor).toPrecision(12)),
  provider,
  term,
  area,
  ...(region === undefined ? {} : { region }),
  asOf,
});

/** Whether a plan's offer was taken from this one of the catalog, whatever the market was then. */
export function isTakenFrom(price: Price, { market: _then, ...taken }: Partial<Offer>): boolean {
  return JSON.stringify(offerOfPrice(price)) === JSON.stringify(taken);
}
