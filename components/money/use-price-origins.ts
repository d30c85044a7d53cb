"use client";

import { usePlanner } from "@/components/planner/planner-context";
import type { OptionEstimate } from "@/lib/engine";
import { today } from "@/lib/view/catalog/age";
import { type OriginLine, priceOriginLines } from "@/lib/view/price-origin";
import { useOffers } from "./use-offers";

/** Where the price of each of some options comes from, as far as their offers have arrived. */
export function usePriceOrigins(options: readonly OptionEstimate[]): OriginLine[][] {
  const { records, scenario } = usePlanner().state;
  const { offers, earlier, sources } = useOffers(options.map(({ option }) => option.accelerator));
  return options.map((estimated) => {
    const id = estimated.option.accelerator;
    const known = {
      offers: [...(offers[id] ?? []), ...(earlier[id] ?? [])],
      sourceOf: (source: string) => sources[source] ?? records.sources[source],
    };
    return priceOriginLines(estimated, known, scenario.currency, today());
  });
}
