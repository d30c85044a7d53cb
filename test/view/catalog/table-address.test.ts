import { describe, expect, it } from "vitest";
import type { CatalogTable } from "@/lib/view/catalog/catalog-table";
import {
  queryText,
  readAddress,
  shownColumns,
  type TableState,
  writeAddress,
} from "@/lib/view/catalog/table-address";

const table: Pick<CatalogTable, "columns" | "rows"> = {
  columns: [
    { id: "name", label: "Name", kind: "text", filter: "text" },
    { id: "memory", label: "Memory", kind: "number", filter: "number", unit: "GB", base: "B" },
    { id: "year", label: "Year", kind: "number", filter: "number", extra: true },
  ],
  rows: [{ id: "aws/x,y" }, { id: "b" }],
};

describe("the address of a catalog page", () => {
  const state: TableState = {
    search: "h100 & more",
    sort: [
      { id: "memory", desc: true },
      { id: "name", desc: false },
    ],
    filters: { memory: ">=80GB", name: "a=b" },
    columns: ["name", "year"],
    selected: ["b", "aws/x,y"],
    compare: true,
  };

  it("brings back everything a reader has set", () => {
    expect(readAddress(writeAddress(state), table)).toEqual(state);
  });

  it("is empty for a page as it is at first", () => {
    const first = readAddress("", table);
    expect(writeAddress(first)).toBe("");
    expect(first).toMatchObject({ sort: [], selected: [], columns: null, compare: false });
  });

  it("leaves out what names no column or row, and compares nothing alone", () => {
    const read = readAddress("sort=-gone,memory&f.gone=1&cols=gone&sel=b&sel=gone&compare=1", table);
    expect(read).toEqual({
      search: "",
      sort: [{ id: "memory", desc: false }],
      filters: {},
      columns: null,
      selected: ["b"],
      compare: false,
    });
  });

  it("comes through the server's form of a query", () => {
    const query = writeAddress(state);
    const parameters: Record<string, string[]> = {};
    for (const [name, value] of new URLSearchParams(query)) {
      parameters[name] = [...(parameters[name] ?? []), value];
    }
    expect(readAddress(queryText(parameters), table)).toEqual(state);
  });
});

it("always shows the first column, and the others in the table's order", () => {
  const ids = (chosen: string[] | null) => shownColumns(table, chosen).map(({ id }) => id);
  expect(ids(null)).toEqual(["name", "memory"]);
  expect(ids(["year", "memory"])).toEqual(["name", "memory", "year"]);
  expect(ids([])).toEqual(["name"]);
});
