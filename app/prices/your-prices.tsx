"use client";

import { PriceBookSection } from "@/components/price-book/price-book-section";
import type { PricedAccelerator } from "@/components/price-book/price-list";

const loadParser = () => import("papaparse").then(({ default: papa }) => papa.parse);

/** The person's own prices, with what reads a CSV file loaded when one is imported. */
export function YourPrices({ accelerators }: { accelerators: readonly PricedAccelerator[] }) {
  return <PriceBookSection accelerators={accelerators} loadParser={loadParser} />;
}
