import type { Accelerator, Price } from "@/lib/catalog/schema";
import type { Candidate } from "@/lib/engine/explore";
import { pricedBy } from "@/lib/scenario/offer";
import { bookPrice, type PriceBook } from "@/lib/scenario/price-book";
import type { Scenario } from "@/lib/scenario/schema";
import { offerOfPrice } from "./catalog/offer-text";

/** What a search is asked to try: everything, GPUs alone, or what the person has a price or a record of their own for. */
export type Which = "all" | "gpus" | "mine";

/** Accelerators and offers as the server lists them for a search. */
export type CandidateRecords = { accelerators: readonly Accelerator[]; prices: readonly Price[] };

type Asked = {
  which: Which;
  /** Whether the offers are of one part of the world: an option then says the price it was found at. */
  inArea: boolean;
  book: PriceBook | null;
  custom: Scenario["custom"];
};

/** The accelerators that a search tries, each at the person's price where the book has one. */
export function candidatesOf(records: CandidateRecords, { which, inArea, book, custom }: Asked): Candidate[] {
  const own = Object.keys(custom?.accelerators ?? {}).map((accelerator): Candidate => ({ accelerator }));
  const offers = new Map(records.prices.map((price) => [price.accelerator, price]));
  const listed = records.accelerators
    .filter(({ kind }) => which !== "gpus" || kind === "gpu")
    .flatMap(({ id }): Candidate[] => {
      const mine = book ? bookPrice(book, id) : undefined;
      if (mine !== undefined) return [{ accelerator: id, pricePerHour: mine }];
      if (which === "mine") return [];
      const offer = offers.get(id);
      return [{ accelerator: id, ...(inArea && offer ? pricedBy(offerOfPrice(offer)) : {}) }];
    });
  return [...own, ...listed];
}
