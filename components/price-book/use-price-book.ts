"use client";

import { useMemo, useSyncExternalStore } from "react";
import { type PriceBook, restorePriceBook } from "@/lib/scenario/price-book";
import { storedBook, watchBook } from "./stored-book";

/** This browser's book; `damaged` when something is stored that cannot be read. The server knows of none. */
export function usePriceBook(): { book: PriceBook | null; damaged: boolean } {
  const stored = useSyncExternalStore(watchBook, storedBook, () => null);
  return useMemo(() => {
    const book = stored === null ? null : (restorePriceBook(stored) ?? null);
    return { book, damaged: stored !== null && book === null };
  }, [stored]);
}
