import type { Price } from "@/lib/catalog/schema";
import { formatQuantity } from "@/lib/units";

const dollars = (perSecond: number) => formatQuantity(perSecond, "USD/h").number;

/** How a default price was chosen: "The middle of 11 providers, $2.69 to $12.29 an hour, within 90 days". */
export function marketText({ providers, offers, low, high, days }: NonNullable<Price["market"]>): string {
  if (providers === 1)
    return offers === 1 ? "The only offer" : `The cheapest of ${offers} offers of the only provider`;
  const span = `${dollars(low)} to ${dollars(high)} an hour`;
  const among = days > 365 ? "whatever their date" : `within ${days} days`;
  return `The middle of ${providers} providers, ${span}, ${among}`;
}
