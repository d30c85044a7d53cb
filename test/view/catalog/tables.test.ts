import { describe, expect, it } from "vitest";
import { countedModel } from "@/app/models/counted-model";
import * as catalog from "@/lib/catalog";
import { toCsv } from "@/lib/export/csv";
import { apiPricesTable } from "@/lib/view/catalog/api-prices";
import { type CatalogTable, emptyText, originOf } from "@/lib/view/catalog/catalog-table";
import { compareRecords } from "@/lib/view/catalog/compare-records";
import { energyTable } from "@/lib/view/catalog/energy";
import { hardwareTable } from "@/lib/view/catalog/hardware";
import { cellText, inUnit, unitLabel } from "@/lib/view/catalog/in-unit";
import { modelsTable } from "@/lib/view/catalog/models";
import { offersTable } from "@/lib/view/catalog/offers";
import { regionsTable } from "@/lib/view/catalog/regions";
import { readCell } from "../table-text";

const today = "2026-11-21";
const entries = [...catalog.accelerators(), ...catalog.incompleteAccelerators()].map((accelerator) => ({
  accelerator,
  price: catalog.defaultPrice(accelerator.id),
}));
const same = (id: string) => id;
const hardware = hardwareTable(entries, catalog.source, today);
const models = modelsTable(
  catalog.models().map(countedModel),
  catalog.incompleteModels(),
  same,
  catalog.source,
);
const offers = offersTable(
  catalog.prices(),
  same,
  () => true,
  () => false,
  catalog.source,
  today,
);
const api = apiPricesTable(catalog.apiPrices(), same, () => true, catalog.source, today);
const energy = energyTable(catalog.energy(), catalog.dollarsOf, catalog.source);
const regions = regionsTable(catalog.regions(), catalog.place, catalog.source);
const tables: [string, CatalogTable][] = [hardware, models, offers, api, energy, regions].map((table) => [
  table.id,
  table,
]);

describe.each(tables)("the table %s", (_, table) => {
  it("says of every amount in which source it was read", () => {
    // What an offer consists of and what follows from its date is no figure of its own.
    const facts = new Set(["count", "age", "domain"]);
    const orphans = table.rows.flatMap((row) =>
      table.columns
        .filter(({ id, kind }) => kind === "number" && !facts.has(id) && row[id] !== null)
        .filter(({ id }) => !table.sources[originOf(table, row.id, id)?.source ?? ""]?.title)
        .map(({ id }) => `${row.id} ${id}`),
    );
    expect(orphans).toEqual([]);
  });

  it("has a cell, or null, for every column, and a name no other row has as its id", () => {
    for (const row of table.rows) for (const { id } of table.columns) expect(row[id], id).not.toBeUndefined();
    expect(new Set(table.rows.map(({ id }) => id)).size).toBe(table.rows.length);
    expect(new Set(table.columns.map(({ id }) => id)).size).toBe(table.columns.length);
  });

  it("says in header and cell together what the number is, prices all with the same decimals", () => {
    for (const column of table.columns.filter(({ kind, plain }) => kind === "number" && !plain)) {
      const { id, unit = "1", base = unit } = column;
      const decimals = new Set<number | undefined>();
      for (const value of table.rows.map((each) => each[id]).filter((each) => typeof each === "number")) {
        const text = cellText(column, value).replace(/^\$/, "");
        const read = readCell(text, unitLabel(column), base);
        const meant = value * (inUnit(1, base, base) / inUnit(1, unit, base));
        expect(Math.abs(read.value - meant), `${id}: ${text}`).toBeLessThanOrEqual(
          Math.max(read.within, 5e-4 * Math.abs(meant)),
        );
        decimals.add(text.split(".")[1]?.length);
      }
      if (unit.startsWith("USD")) expect(decimals.size, id).toBeLessThanOrEqual(1);
    }
  });

  it("can be taken away as CSV", () => {
    expect(toCsv(table).split("\r\n")).toHaveLength(table.rows.length + 2);
  });
});

const row = (table: CatalogTable, id: string) => table.rows.find((known) => known.id === id);

it("tells what a chip has not from what nobody states, one chip or several side by side", () => {
  const lacking = catalog.accelerators().filter(({ lacks }) => lacks);
  expect(lacking.length).toBeGreaterThan(5);
  const compared = compareRecords(
    hardware,
    lacking.map(({ id }) => id),
    hardware.columns,
  );
  for (const { id, lacks = [] } of lacking)
    for (const column of hardware.columns) {
      const lack = lacks.some(({ what }) => what.some((thing) => thing === column.id));
      const origin = originOf(hardware, id, column.id);
      if (row(hardware, id)?.[column.id] !== null || ["linkName", "domain"].includes(column.id)) continue;
      expect(emptyText(column, origin) === "none", `${id} ${column.id}`).toBe(lack);
      if (lack) expect(hardware.sources[origin?.source ?? ""]?.title, `${id} ${column.id}`).toBeTruthy();
      const line = compared.rows.find(({ figure }) => figure === column.label);
      expect(line?.[id], `${id} ${column.id}`).toBe(lack ? "none" : null);
    }
});

it("states figures in the unit of their column", () => {
  expect(row(hardware, "nvidia-h100-sxm-80gb")).toMatchObject({
    memory: 80,
    bandwidth: 3.35,
    fp8: 1979,
    year: 2022,
  });
  expect(row(models, "meta-llama-3.1-70b")).toMatchObject({ parameters: 70.553706496, layers: 80, kv: 320 });
});

it("lists incomplete records with what is missing, and offers no plan with them", () => {
  const incomplete = [...catalog.incompleteAccelerators(), ...catalog.incompleteModels()];
  expect(incomplete.length).toBeGreaterThan(0);
  for (const { id, incomplete: missing } of incomplete) {
    expect(row(hardware, id) ?? row(models, id)).toMatchObject({ incomplete: missing, plan: null });
  }
});

it("marks prices that are, or may be, older than ninety days", () => {
  const stale = (asOf: string) => {
    const price = catalog.prices()[0];
    if (!price) throw new Error("the catalog has no price");
    const table = offersTable(
      [{ ...price, asOf }],
      same,
      () => true,
      () => true,
      catalog.source,
      today,
    );
    return originOf(table, price.id, "asOf")?.stale ?? false;
  };
  expect(stale("2026-08-23")).toBe(false);
  expect(stale("2026-08-22")).toBe(true);
  expect(stale("2026-11")).toBe(false);
  expect(stale("2026")).toBe(true);
});
