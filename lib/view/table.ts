/** A column of a table. `unit` is the unit its numbers are in; absent or empty where there is none. */
export type Column = { id: string; label: string; unit?: string; kind: "text" | "number" };

/** What a chart, a page and an export share: rows by column id, numbers unrounded, null where there is no figure. */
export type Table = {
  id: string;
  title: string;
  columns: Column[];
  rows: Record<string, string | number | null>[];
};
