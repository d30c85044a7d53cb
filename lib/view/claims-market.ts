import type { Price, PriceTerm } from "@/lib/catalog/schema";
import { formatQuantity } from "@/lib/units";
import { termLabels } from "./catalog/offer-text";
import { marketPrices } from "./money/offers";

/** What the catalog's offers of a part ask today, on one term: low, middle and high with the newest date. */
export function offersText(name: string, offers: readonly Price[], term: PriceTerm): string {
  const found = marketPrices(offers, { term });
  if (!found) return `The catalog lists no such offer of ${name}.`;
  const hour = (price: Price) => {
    const { number, unit } = formatQuantity(price.perAcceleratorHour.value, "USD/s");
    return `${number}${unit}`;
  };
  const newest = [found.low, found.middle, found.high]
    .map(({ asOf }) => asOf)
    .sort()
    .at(-1);
  return `The catalog lists ${name}, ${termLabels[term].toLowerCase()}: ${hour(found.low)} to ${hour(found.high)}, ${hour(found.middle)} in the middle, of ${found.providers} providers, newest ${newest}.`;
}
