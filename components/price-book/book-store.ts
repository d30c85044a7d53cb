import { type PriceBook, storePriceBook } from "@/lib/scenario/price-book";
import { bookChanged, KEY } from "./stored-book";

export type KeepResult = { ok: true } | { ok: false; message: string };

/** Keeps the book in this browser in place of any other, or forgets it. Says why when that is not possible. */
export function keepBook(book: PriceBook | null): KeepResult {
  try {
    if (book) localStorage.setItem(KEY, storePriceBook(book));
    else localStorage.removeItem(KEY);
  } catch (error) {
    return { ok: false, message: reason(error) };
  }
  bookChanged();
  return { ok: true };
}

function reason(error: unknown): string {
  const full = error instanceof DOMException && error.name === "QuotaExceededError";
  return full
    ? "The prices were not kept: this browser's storage for the site is full. Remove saved drafts or other site data, then try again."
    : "The prices were not kept: this browser does not let the site store anything. Allow storage for it, then try again.";
}
