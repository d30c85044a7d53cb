import type { CatalogTable } from "./catalog-table";

/** Everything a reader has set on a catalog page. It lives in the address, so that a link shows the same rows. */
export type TableState = {
  search: string;
  sort: { id: string; desc: boolean }[];
  /** Filter text by column id. */
  filters: Record<string, string>;
  /** Ids of the columns shown; null for those that are shown at first. */
  columns: string[] | null;
  /** Ids of the selected rows; the first is what the others are compared to. */
  selected: string[];
  compare: boolean;
};

const FILTER = "f.";

/** Reads the state from a query; what names no column or row of the table is left out. */
export function readAddress(query: string, table: Pick<CatalogTable, "columns" | "rows">): TableState {
  const params = new URLSearchParams(query);
  const columns = new Set(table.columns.map(({ id }) => id));
  const rows = new Set(table.rows.map(({ id }) => id));
  const list = (name: string) => (params.get(name) ?? "").split(",").filter(Boolean);
  const filters: Record<string, string> = {};
  for (const [name, text] of params) {
    const id = name.slice(FILTER.length);
    if (name.startsWith(FILTER) && columns.has(id) && text.trim()) filters[id] = text;
  }
  const shown = list("cols").filter((id) => columns.has(id));
  const selected = [...new Set(params.getAll("sel"))].filter((id) => rows.has(id));
  return {
    search: params.get("q") ?? "",
    sort: list("sort")
      .map((key) => ({ id: key.replace(/^-/, ""), desc: key.startsWith("-") }))
      .filter(({ id }) => columns.has(id)),
    filters,
    columns: shown.length > 0 ? shown : null,
    selected,
    compare: params.has("compare") && selected.length > 1,
  };
}

/** The query of a page as text, from the parameters as the server receives them. */
export function queryText(parameters: Record<string, string | string[] | undefined>): string {
  const pairs = Object.entries(parameters).flatMap(([name, values]) =>
    [values ?? []].flat().map((value) => [name, value]),
  );
  return new URLSearchParams(pairs).toString();
}

/** The query that `readAddress` reads back; empty for a page as it is at first. */
export function writeAddress(state: TableState): string {
  const params = new URLSearchParams();
  if (state.search.trim()) params.set("q", state.search);
  if (state.sort.length > 0) {
    params.set("sort", state.sort.map(({ id, desc }) => `${desc ? "-" : ""}${id}`).join(","));
  }
  for (const [id, text] of Object.entries(state.filters)) if (text.trim()) params.set(FILTER + id, text);
  if (state.columns) params.set("cols", state.columns.join(","));
  for (const id of state.selected) params.append("sel", id);
  if (state.compare) params.set("compare", "1");
  return params.toString();
}

/** Ids of the columns on screen: the chosen ones in the table's order, the first column always. */
export function shownColumns(table: Pick<CatalogTable, "columns">, chosen: string[] | null) {
  return table.columns.filter(
    ({ id, extra }, index) => index === 0 || (chosen ? chosen.includes(id) : !extra),
  );
}
