import { describe, expect, it } from "vitest";
import type { CatalogColumn } from "@/lib/view/catalog/catalog-table";
import { holdsSearch, readCellFilter, searchText } from "@/lib/view/catalog/cell-filter";

const column = (filter: CatalogColumn["filter"]): CatalogColumn => ({
  id: "x",
  label: "X",
  kind: "text",
  filter,
});

const passes = (filter: CatalogColumn["filter"], text: string, value: string | null) => {
  const reading = readCellFilter(text, column(filter));
  return reading.ok ? reading.test(value) : reading.message;
};

describe("a filter on dates", () => {
  it.each([
    ["2026", "2026-05-24", true],
    ["2026-05", "2026-05-24", true],
    ["2026-05", "2026-06-01", false],
    [">=2026-05", "2026-05-01", true],
    [">2026-05", "2026-05-24", false],
    ["<=2025", "2025-12-31", true],
    ["<2025", "2025", false],
    ["2025..2026-03", "2026-03-31", true],
    ["2025..2026-03", "2026-04-01", false],
    ["unknown", "2026", false],
  ])("%s on %s: %s", (text, value, expected) => {
    expect(passes("date", text, value)).toBe(expected);
  });

  it("refuses what is no date", () => {
    expect(passes("date", "last year", "2025")).toMatch(/write a date/);
  });
});

it("finds text by all of its words, whatever the case", () => {
  expect(passes("text", "h100 nvidia", "NVIDIA H100 SXM")).toBe(true);
  expect(passes("text", "h100 amd", "NVIDIA H100 SXM")).toBe(false);
  expect(passes("text", "h100", null)).toBe(false);
});

it("takes a choice as the whole value", () => {
  expect(passes("choice", "Spot", "Spot")).toBe(true);
  expect(passes("choice", "Spot", "Spotted")).toBe(false);
  expect(passes("choice", "unknown", null)).toBe(true);
});

it("searches the texts of hidden columns and the id too", () => {
  const columns = [column("text"), { ...column("text"), id: "hidden", extra: true as const }];
  const text = searchText(columns, { id: "the-id", x: "Name", hidden: "Hopper" });
  expect(holdsSearch(text, "hopper the-id name")).toBe(true);
});
