import type { Column, Table } from "../table";

/** Where a figure was read. Ids of sources are keys of the table's `sources`. */
export type CellOrigin = {
  /** As the source prints it. */
  text?: string;
  source: string;
  asOf?: string;
  note?: string;
  /** What other sources say about the same figure. */
  disagree?: { text: string; source: string; note?: string }[];
  /** Older than a figure of its kind may be. */
  stale?: true;
  /** There is no figure because there is no such thing, which is more than that none is known. */
  none?: true;
};

/** What the page says about a source. */
export type SourceNote = { title: string; where: string; date?: string };

/** A column of a catalog page. Numbers of a column are in its `unit`; `base` is the base unit behind it. */
export type CatalogColumn = Column & {
  /** How a reader filters it: by words, by one of the values, by a number with unit, or by a date. */
  filter: "text" | "choice" | "number" | "date";
  base?: string;
  /** The decimals that all its amounts of money have. */
  decimals?: number;
  /** Hidden until a reader chooses it. */
  extra?: true;
  /** Kept on a narrow screen, where a row is a card. */
  narrow?: true;
  /** What it says is a warning. */
  warns?: true;
  help?: string;
  /** What an empty cell says; "unknown" where this is absent. */
  empty?: string;
  /** The cell leads to this page: `path` and the row's value under `key`. */
  link?: { path: string; key: string };
};

/** A row: cells by column id, `id`, and beside the columns what links are made from. */
export type CatalogRow = Record<string, string | number | null> & { id: string };

/** A Table that a catalog page can sort, filter, compare and trace back to its sources. */
export type CatalogTable = Table<CatalogColumn, CatalogRow> & {
  /** By row id, then by column id; a column that is absent has the origin under "". */
  origins: Record<string, Record<string, CellOrigin>>;
  sources: Record<string, SourceNote>;
  /** The key of a row that holds the address of a plan with it; rows without it cannot be planned with. */
  planKey?: string;
};

/** The origin of a cell, its own or the whole row's. */
export function originOf(
  table: Pick<CatalogTable, "origins">,
  rowId: string,
  columnId: string,
): CellOrigin | undefined {
  const origins = table.origins[rowId];
  return origins?.[columnId] ?? origins?.[""];
}

/** What a cell without a value says: that there is no such thing, where a source says so, or what its column says. */
export const emptyText = (column: Pick<CatalogColumn, "empty">, origin: CellOrigin | undefined): string =>
  origin?.none ? "none" : (column.empty ?? "unknown");

/** The table without one column, which is the same in every row; the next one then names the row. */
export const withoutColumn = (table: CatalogTable, columnId: string): CatalogTable => ({
  ...table,
  columns: table.columns.filter(({ id }) => id !== columnId),
});
