import type { Price } from "@/lib/catalog/schema";
import type { OptionEstimate } from "@/lib/engine";
import type { PlanCurrency } from "@/lib/scenario/currency";
import { offerOf } from "@/lib/scenario/offer";
import { dayText, parseUnit } from "@/lib/units";
import { moneyText } from "./currency";
import { changeText } from "./percent";

const PER_HOUR = parseUnit("USD/h").factor;

type Newer = { provider: string; rate: number; asOf: string };

/**
 * What a newer offer on demand would change of an option's cost, in words; undefined where there is none, or the price
 * is not one that the market moves. `listed` is the catalog's price of the accelerator. Rented machines cost what their
 * hours do, so every cost moves in proportion.
 */
export function newerPriceText(
  { option, origin }: OptionEstimate,
  listed: Price | undefined,
  currency: PlanCurrency | undefined,
) {
  if (!listed) return undefined;
  const { price } = origin;
  if (price.kind === "catalog") {
    const newer = listed.id === price.price ? listed.market?.newer : undefined;
    return newer && told(newer, listed.perAcceleratorHour.value, currency);
  }
  const offer = price.kind === "user" ? offerOf(option) : undefined;
  if (offer?.term !== "on-demand" || offer.asOf >= listed.asOf) return undefined;
  const { provider, asOf, perAcceleratorHour } = listed;
  return told({ provider, asOf, rate: perAcceleratorHour.value }, offer.pricePerHour * PER_HOUR, currency);
}

function told({ provider, rate, asOf }: Newer, used: number, currency: PlanCurrency | undefined): string {
  const { number, unit } = moneyText(rate, "USD/h", currency);
  return `Newer: ${number}${unit}, ${provider}, ${dayText(asOf)}: ${changeText(rate / used - 1)} a token`;
}
