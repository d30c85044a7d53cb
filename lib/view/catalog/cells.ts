import type { Figure, Source } from "@/lib/catalog/schema";
import { isStalePrice } from "./age";
import type { CatalogColumn, CatalogTable, CellOrigin, SourceNote } from "./catalog-table";
import { isMoney, moneyDecimals } from "./in-unit";

/** Finds a source by its id. */
export type SourceLookup = (id: string) => Source | undefined;

/** A figure's origin; `today` (YYYY-MM-DD) is given for prices, which age. */
export function originOfFigure(figure: Figure, today?: string): CellOrigin {
  const { text, source, asOf, note, disagree } = figure;
  return {
    text,
    source,
    ...(asOf ? { asOf } : {}),
    ...(note ? { note } : {}),
    ...(disagree ? { disagree } : {}),
    ...(today && asOf && isStalePrice(asOf, today) ? { stale: true as const } : {}),
  };
}

/** What the page says about one source; an id that no file describes stands for itself. */
export function sourceNote(id: string, sourceOf: SourceLookup): SourceNote {
  const source = sourceOf(id);
  if (!source) return { title: id, where: "" };
  return { title: source.title, where: source.where, ...(source.date ? { date: source.date } : {}) };
}

/** The sources that the origins of a page name, each once. */
export function citedSources(
  origins: Iterable<CellOrigin>,
  sourceOf: SourceLookup,
): Record<string, SourceNote> {
  const ids = new Set<string>();
  for (const { source, disagree } of origins) {
    ids.add(source);
    for (const other of disagree ?? []) ids.add(other.source);
  }
  return Object.fromEntries([...ids].map((id) => [id, sourceNote(id, sourceOf)]));
}

/** A table with the sources that its origins name, and with the decimals that its prices need. */
export function withSources(table: Omit<CatalogTable, "sources">, sourceOf: SourceLookup): CatalogTable {
  const origins = Object.values(table.origins).flatMap((row) => Object.values(row));
  const columns = table.columns.map((column): CatalogColumn => {
    if (!isMoney(column)) return column;
    const values = table.rows.map((row) => row[column.id]).filter((value) => typeof value === "number");
    return { ...column, decimals: moneyDecimals(values) };
  });
  return { ...table, columns, sources: citedSources(origins, sourceOf) };
}
