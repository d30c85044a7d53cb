"use client";

import { Button } from "@/components/ui/button";
import { applyPatch } from "@/lib/scenario/patch";
import { applyPriceBook } from "@/lib/scenario/price-book";
import type { Scenario } from "@/lib/scenario/schema";
import { usePriceBook } from "./use-price-book";

type Props = { scenario: Scenario; onUse: (priced: Scenario) => void };

/** Puts the person's book on the options it names; there only while that would change something. */
export default function UseMyPrices({ scenario, onUse }: Props) {
  const { book } = usePriceBook();
  if (!book) return null;
  const patch = applyPriceBook(scenario, book);
  const changed = Object.keys(patch.options).length;
  if (changed === 0) return null;
  const title = `Takes the price of ${changed} of ${scenario.options.length} options from your price book`;
  return (
    <Button title={title} onClick={() => onUse(applyPatch(scenario, patch))}>
      Use my prices
    </Button>
  );
}
