"use client";

import { useMemo, useSyncExternalStore } from "react";
import { type PriceBook, restorePriceBook } from "@/lib/scenario/price-book";
import { storedBook, watchBook } from "./stored-book";

/** This browser's book; `damaged` when something is stored that cannot be read. The server does not know: `known`. */
export function usePriceBook(): { book: PriceBook | null; damaged: boolean; known: boolean } {
  const stored = useSyncExternalStore<string | null | undefined>(watchBook, storedBook, () => undefined);
  return useMemo(() => {
    const book = typeof stored === "string" ? (restorePriceBook(stored) ?? null) : null;
    return { book, damaged: typeof stored === "string" && book === null, known: stored !== undefined };
  }, [stored]);
}
