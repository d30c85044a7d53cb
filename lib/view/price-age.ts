import type { OptionEstimate } from "@/lib/engine";
import { offerOf } from "@/lib/scenario/offer";
import { dayText } from "@/lib/units";
import { daysSince, isStalePrice } from "./catalog/age";

/** Of which day an option's price is, how many days ago that was, and whether it is too old to be taken for today's. */
export type PriceAge = { asOf: string; days: number; old: boolean };

/** The age of the price that an option's cost rests on; undefined for one that a person typed, which has no date. */
export function priceAge({ option, origin }: OptionEstimate, today: string): PriceAge | undefined {
  const asOf = origin.price.kind === "catalog" ? origin.price.asOf : offerOf(option)?.asOf;
  if (asOf === undefined || !/^\d{4}/.test(asOf)) return undefined;
  return { asOf, days: daysSince(asOf, today), old: isStalePrice(asOf, today) };
}

/** The age as a clause behind a cost: "at a price of 2026-10-10, 49 days old". */
export const priceAgeText = ({ asOf, days }: PriceAge): string =>
  `at a price of ${dayText(asOf)}, ${days === 1 ? "1 day" : `${days} days`} old`;
