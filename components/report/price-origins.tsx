"use client";

import { OriginLines } from "@/components/board/origin-lines";
import { usePriceOrigins } from "@/components/money/use-price-origins";
import { usePlanner } from "@/components/planner/planner-context";
import { optionNames } from "@/lib/view/option-name";

/** Where the price of each option comes from, with its source. */
export function PriceOrigins() {
  "use memo";
  const { estimate } = usePlanner().state;
  const names = optionNames(estimate);
  const origins = usePriceOrigins(estimate.options);
  return <OriginLines origins={origins.map((lines, index) => ({ name: names[index] ?? "", lines }))} />;
}
