import type { OptionEstimate } from "@/lib/engine";
import type { PlanCurrency } from "@/lib/scenario/currency";
import { dayText } from "@/lib/units";
import { DAY_MS, PRICE_DAYS } from "../catalog/age";
import { percent } from "../percent";
import { priceAge } from "../price-age";
import { evidenceOf } from "./evidence";
import { priceParts } from "./price-columns";

/**
 * What an answer stands on, for whoever it was sent to: the price and until when it may be taken for a present one, and
 * how sure its times are, in words. `today` is YYYY-MM-DD.
 */
export function standsOn(
  option: OptionEstimate,
  currency: PlanCurrency | undefined,
  today: string,
): string[] {
  const parts = priceParts(option, currency);
  const age = priceAge(option, today);
  const until = age && new Date(Date.parse(age.asOf) + PRICE_DAYS * DAY_MS).toISOString().slice(0, 10);
  const evidence = evidenceOf(option);
  return [
    parts.length > 0 ? `Price of an accelerator: ${parts.join(", ")}.` : "No price is known.",
    until === undefined
      ? ""
      : age?.old
        ? `Prices were to be checked after ${dayText(until)}: they may have moved since.`
        : `Prices are taken to hold until ${dayText(until)}; check them then.`,
    evidence === undefined
      ? ""
      : evidence.kind === "predicted"
        ? `Times are predicted: eight of ten measurements of such hardware are within ${percent(evidence.spread, 0)} of them.`
        : `Times are extrapolated to hardware that was not measured: they may be off by ${percent(evidence.spread, 0)}.`,
  ].filter(Boolean);
}
