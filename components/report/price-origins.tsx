"use client";

import { OriginLines } from "@/components/board/origin-lines";
import { useOffers } from "@/components/money/use-offers";
import { usePlanner } from "@/components/planner/planner-context";
import { today } from "@/lib/view/catalog/age";
import { optionNames } from "@/lib/view/option-name";
import { priceOriginLines } from "@/lib/view/price-origin";

/** Where the price of each option comes from, with its source. */
export function PriceOrigins() {
  "use memo";
  const { estimate, records, scenario } = usePlanner().state;
  const ids = estimate.options.map(({ option }) => option.accelerator);
  const { offers, earlier, sources } = useOffers(ids);
  const names = optionNames(estimate);
  const origins = estimate.options.map((option, index) => {
    const id = option.option.accelerator;
    const known = {
      offers: [...(offers[id] ?? []), ...(earlier[id] ?? [])],
      sourceOf: (source: string) => sources[source] ?? records.sources[source],
    };
    return {
      name: names[index] ?? "",
      lines: priceOriginLines(option, known, scenario.currency, today()),
    };
  });
  return <OriginLines origins={origins} />;
}
