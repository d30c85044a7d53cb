import { type PriceBook, storePriceBook } from "@/lib/scenario/price-book";

/** Where the browser keeps the book; the number is the version of what is kept. */
const KEY = "price-book:1";

export type KeepResult = { ok: true } | { ok: false; message: string };

const listeners = new Set<() => void>();

/** The stored text; null when there is none or storage is forbidden. */
export function storedBook(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Calls the listener when the book changes, in this tab or another. */
export function watchBook(listener: () => void): () => void {
  listeners.add(listener);
  addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", listener);
  };
}

/** Keeps the book in this browser in place of any other, or forgets it. Says why when that is not possible. */
export function keepBook(book: PriceBook | null): KeepResult {
  try {
    if (book) localStorage.setItem(KEY, storePriceBook(book));
    else localStorage.removeItem(KEY);
  } catch (error) {
    return { ok: false, message: reason(error) };
  }
  for (const listener of listeners) listener();
  return { ok: true };
}

function reason(error: unknown): string {
  const full = error instanceof DOMException && error.name === "QuotaExceededError";
  return full
    ? "The prices were not kept: this browser's storage for the site is full. Remove saved drafts or other site data, then try again."
    : "The prices were not kept: this browser does not let the site store anything. Allow storage for it, then try again.";
}
