import { expect, it } from "vitest";
import type { CatalogTable } from "@/lib/view/catalog/catalog-table";
import { compareRecords, ratioOf } from "@/lib/view/catalog/compare-records";

const table: CatalogTable = {
  id: "things",
  title: "Things",
  columns: [
    { id: "name", label: "Name", kind: "text", filter: "text" },
    { id: "memory", label: "Memory", kind: "number", filter: "number", unit: "GB", base: "B" },
    { id: "year", label: "Year", kind: "number", filter: "number", plain: true },
    { id: "vendor", label: "Vendor", kind: "text", filter: "choice" },
  ],
  rows: [
    { id: "a", name: "A", memory: 80, year: 2022, vendor: "X" },
    { id: "b", name: "B", memory: 180, year: 2024, vendor: null },
    { id: "c", name: "C", memory: null, year: 2025, vendor: "Y" },
  ],
  origins: {},
  sources: {},
};

it("sets records side by side with ratios to the first one chosen", () => {
  const compared = compareRecords(table, ["b", "a", "c"], table.columns);
  expect(compared.columns.map(({ label }) => label)).toEqual([
    "Figure",
    "Unit",
    "B",
    "A",
    "A / B",
    "C",
    "C / B",
  ]);
  expect(compared.rows).toHaveLength(3);
  expect(compared.rows[0]).toMatchObject({ figure: "Memory", unit: "GB", a: 80, b: 180, c: null });
  expect(compared.rows[0]?.[ratioOf("a")]).toBeCloseTo(80 / 180, 12);
  expect(compared.rows[0]?.[ratioOf("c")]).toBeNull();
});

it("gives no ratio of years or words", () => {
  const compared = compareRecords(table, ["a", "b"], table.columns);
  expect(compared.rows.slice(1).map((line) => line[ratioOf("b")])).toEqual([null, null]);
});

it("refuses to compare nothing", () => {
  expect(() => compareRecords(table, ["gone"], table.columns)).toThrow(/no known row/);
});
