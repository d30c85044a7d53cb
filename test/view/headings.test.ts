import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import { describe, expect, it } from "vitest";
import { countedModel } from "@/app/models/counted-model";
import * as catalog from "@/lib/catalog";
import { parseUnit, sameDimension } from "@/lib/units";
import { groupTable } from "@/lib/view/accuracy/groups";
import { peersTable } from "@/lib/view/accuracy/peers-table";
import { pointTable } from "@/lib/view/accuracy/point-table";
import { apiPricesTable } from "@/lib/view/catalog/api-prices";
import type { CatalogColumn } from "@/lib/view/catalog/catalog-table";
import { energyTable } from "@/lib/view/catalog/energy";
import { hardwareTable } from "@/lib/view/catalog/hardware";
import { inUnit } from "@/lib/view/catalog/in-unit";
import { modelsTable } from "@/lib/view/catalog/models";
import { offersTable } from "@/lib/view/catalog/offers";
import { regionsTable } from "@/lib/view/catalog/regions";
import { compareTable } from "@/lib/view/compare";
import { frontierTable } from "@/lib/view/frontier";
import { memoryTable } from "@/lib/view/memory";
import { monthlyTable } from "@/lib/view/monthly";
import { movedTable } from "@/lib/view/moved";
import { rooflineTable } from "@/lib/view/roofline";
import { bareTable } from "@/lib/view/saved/bare-table";
import { sensitivityTable } from "@/lib/view/sensitivity";
import type { Column } from "@/lib/view/table";
import { mixed } from "./estimates";

const same = (id: string) => id;
const yes = () => true;
const today = "2026-11-21";
const chips = [...catalog.accelerators(), ...catalog.incompleteAccelerators()].map((accelerator) => ({
  accelerator,
  price: catalog.defaultPrice(accelerator.id),
}));
const tables = [
  compareTable(mixed()),
  frontierTable({ series: [], rates: [], costs: [], leftOut: [] }),
  memoryTable(mixed()),
  monthlyTable(mixed()),
  movedTable([]),
  rooflineTable(mixed()),
  bareTable([]),
  sensitivityTable("an option", []),
  groupTable([]),
  peersTable([]),
  pointTable([]),
  hardwareTable(chips, catalog.source, today),
  modelsTable(catalog.models().map(countedModel), catalog.incompleteModels(), same, catalog.source),
  offersTable(catalog.prices(), same, yes, yes, catalog.source, today),
  apiPricesTable(catalog.apiPrices(), same, yes, catalog.source, today),
  energyTable(catalog.energy(), catalog.dollarsOf, catalog.source),
  regionsTable(catalog.regions(), catalog.place, catalog.source),
];

/** "price | Price | number in USD/h | base USD/s | narrow": everything about a column but its sentence of help. */
function described({ id, label, kind, unit, help, ...more }: Column & Partial<CatalogColumn>): string {
  const parts = Object.entries(more).map(([name, value]) =>
    value === true ? name : `${name} ${typeof value === "object" ? Object.values(value).join(" ") : value}`,
  );
  return [id, label, unit === undefined ? kind : `${kind} in ${unit}`, ...parts.sort()].join(" | ");
}

const file = readFileSync(join(import.meta.dirname, "headings.toml"), "utf8");
const stated = parse(file) as Record<string, { title: string; columns: string[] }>;

describe.each(tables.map((table) => [table.id, table] as const))("the columns of %s", (id, table) => {
  const columns: (Column & Partial<CatalogColumn>)[] = table.columns;

  it("are called, and are in the units, that whoever reads the page or its file counts on", () => {
    expect(table.title).toBe(stated[id]?.title);
    expect(columns.map(described)).toEqual(expect.arrayContaining(stated[id]?.columns ?? [""]));
  });

  it("have names that no two share, and whole sentences of help", () => {
    expect(new Set(columns.map(({ label }) => label)).size).toBe(columns.length);
    for (const { label, help } of columns) {
      expect(label).toMatch(/^[A-Z0-9].+/);
      if (help !== undefined) expect(help, label).toMatch(/^[A-Z].{12,}\.$/);
    }
  });

  it("are in units of their base, numbers alone", () => {
    for (const { label, kind, unit, base, shownIn } of columns) {
      if (kind === "text") expect(unit, label).toBeUndefined();
      if (base !== undefined) expect(inUnit(1, unit ?? "1", base), label).toBeGreaterThan(0);
      if (shownIn !== undefined)
        expect(sameDimension(parseUnit(unit ?? "1").dimension, parseUnit(shownIn).dimension), label).toBe(
          true,
        );
    }
  });
});

it("no table is stated that is not there", () => {
  expect(Object.keys(stated).sort()).toEqual(tables.map(({ id }) => id).sort());
});
