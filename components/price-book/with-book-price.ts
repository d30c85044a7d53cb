import { storedBook } from "./stored-book";

/**
 * Calls `use` with what the person's book says an hour of this accelerator costs, USD, or undefined: at once where
 * there is no book, which is the usual case; else once what reads a book has been loaded.
 */
export function withBookPrice(accelerator: string, use: (pricePerHour: number | undefined) => void): void {
  const stored = storedBook();
  if (stored === null) use(undefined);
  else
    import("@/lib/scenario/price-book").then(({ bookPrice, restorePriceBook }) =>
      use(bookPrice(restorePriceBook(stored) ?? null, accelerator)),
    );
}
