import "server-only";
import type { NamedOrigin } from "@/components/board/origin-lines";
import { earlierPricesOf, pricesOf, source } from "@/lib/catalog";
import type { Estimate } from "@/lib/engine";
import { today } from "@/lib/view/catalog/age";
import { optionNames } from "@/lib/view/option-name";
import { priceOriginLines } from "@/lib/view/price-origin";

/** Where the prices of a saved plan come from, of the catalog's offers of now and before. */
export function priceOrigins(estimate: Estimate): NamedOrigin[] {
  const names = optionNames(estimate);
  return estimate.options.map((option, index) => {
    const id = option.option.accelerator;
    const offers = [...pricesOf(id), ...earlierPricesOf(id)];
    const lines = priceOriginLines(option, { offers, sourceOf: source }, estimate.scenario.currency, today());
    return { name: names[index] ?? "", lines };
  });
}
