import type { Figure, Source } from "@/lib/catalog/schema";

export const today = "2026-11-21";

/** A figure of a book, as its page prints it. */
export const figure = (value: number, more: Partial<Figure> = {}): Figure => ({
  value,
  text: `${value} printed`,
  source: "book",
  ...more,
});

/** The book alone is known. */
export const sourceOf = (id: string): Source | undefined =>
  id === "book" ? ({ id, title: "A book", where: "page 7", date: "2026-01" } as Source) : undefined;
