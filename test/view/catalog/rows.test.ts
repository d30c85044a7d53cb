import { describe, expect, it } from "vitest";
import * as catalog from "@/lib/catalog";
import type { Accelerator, Energy } from "@/lib/catalog/schema";
import { apiPricesTable } from "@/lib/view/catalog/api-prices";
import { originOf } from "@/lib/view/catalog/catalog-table";
import { energyTable } from "@/lib/view/catalog/energy";
import { hardwareTable, offerOrigin } from "@/lib/view/catalog/hardware";
import { inUnit } from "@/lib/view/catalog/in-unit";
import { offersTable } from "@/lib/view/catalog/offers";
import { plannedViews, rangeViews } from "@/lib/view/catalog/price-ranges";
import { regionsTable } from "@/lib/view/catalog/regions";

import { figure, sourceOf, today } from "./figures";

describe("a row", () => {
  const offer = {
    id: "o",
    provider: "P",
    accelerator: "chip",
    accelerators: 8,
    instance: "big.8x",
    area: "US",
    region: "us-1",
    term: "spot",
    perAcceleratorHour: figure(2 / 3600, { note: "n" }),
    perInstanceHour: figure(16 / 3600),
    asOf: "2026-11-01",
    source: "book",
  } as const;

  it("of an offer has every figure of it with its origin", () => {
    const table = offersTable(
      [offer],
      (id) => id.toUpperCase(),
      () => true,
      () => true,
      sourceOf,
      today,
    );
    expect(table.rows[0]).toEqual({
      id: "o",
      acceleratorId: "chip",
      accelerator: "CHIP",
      provider: "P",
      instance: "big.8x",
      count: 8,
      area: "US",
      region: "us-1",
      term: "Spot",
      price: 2,
      instancePrice: 16,
      asOf: "2026-11-01",
      age: 20,
      start: "yes",
      source: "A book",
      plan: "/hardware/chip/plan?offer=o",
    });
    expect(originOf(table, "o", "price")?.note).toBe("P, big.8x, us-1, spot. n");
    expect(originOf(table, "o", "instancePrice")?.source).toBe("book");
    const { instance: _, region: _r, perInstanceHour: _p, ...bare } = offer;
    const other = offersTable(
      [bare],
      (id) => id,
      () => false,
      () => false,
      () => undefined,
      today,
    );
    expect(other.rows[0]).toMatchObject({
      instance: null,
      region: null,
      instancePrice: null,
      start: null,
      source: "book",
      plan: null,
    });
    expect(offerOrigin({ ...bare, asOf: "2025-01-01" }, today)).toMatchObject({
      stale: true,
      asOf: "2025-01-01",
    });
  });

  it("of a managed API is in dollars a million tokens", () => {
    const api = {
      id: "a",
      model: "m",
      provider: "P",
      name: "M pro",
      input: figure(3e-6),
      output: figure(15e-6),
      asOf: "2026-01-01",
    } as Parameters<typeof apiPricesTable>[0][number];
    const table = apiPricesTable(
      [api],
      (id) => id.toUpperCase(),
      () => true,
      sourceOf,
      today,
    );
    expect(table.rows[0]).toMatchObject({
      modelId: "m",
      model: "M",
      input: 3,
      output: 15,
      cachedInput: null,
    });
    expect(table.rows[0]?.plan).toContain("m");
    expect(originOf(table, "a", "asOf")).toEqual({ source: "book", stale: true });
    expect(originOf(table, "a", "input")).toMatchObject({ source: "book", asOf: "2026-01-01" });
    const fresh = apiPricesTable(
      [{ ...api, asOf: "2026-11-01" }],
      (id) => id,
      () => false,
      sourceOf,
      today,
    );
    expect(fresh.rows[0]?.plan).toBeNull();
    expect(fresh.origins.a).not.toHaveProperty("asOf");
  });

  it("of energy has its figure in the column of what it is, and why it is weak", () => {
    const fact = (what: string, value: unknown, more = {}) => ({ what, value, asOf: "2025", ...more });
    const regions = [
      {
        id: "x",
        region: "X",
        fact: [
          fact("electricity", figure(0.1 / 3.6e6), { tariff: "industrial" }),
          fact("pue", figure(1.3), { weak: "An average." }),
          fact("carbon", figure(0.4 / 3.6e6)),
          fact("colocation", figure(150 / 1000 / (730 * 3600))),
          fact("electricity-local", { value: "12 ct/kWh", source: "book", note: "n" }),
        ],
      },
    ] as unknown as Energy[];
    const { rows, origins } = energyTable(
      regions,
      () => figure(0.2 / 3.6e6, { text: "$0.20/kWh" }),
      sourceOf,
    );
    expect(rows.map(({ id, what, tariff, weak }) => [id, what, tariff, weak])).toEqual([
      ["x-1", "Electricity", "industrial", null],
      ["x-2", "PUE", null, "An average."],
      ["x-3", "Carbon", null, null],
      ["x-4", "Colocation", null, null],
      ["x-5", "Electricity", null, null],
    ]);
    expect(rows[0]?.electricity).toBeCloseTo(0.1, 9);
    expect(rows[1]).toMatchObject({ pue: 1.3, electricity: null, region: "X", asOf: "2025" });
    expect(rows[2]?.carbon).toBeCloseTo(400, 6);
    expect(rows[3]?.colocation).toBeCloseTo(150, 0);
    expect(rows[4]).toMatchObject({ local: "12 ct/kWh" });
    expect(rows[4]?.electricity).toBeCloseTo(0.2, 9);
    expect(origins["x-5"]?.[""]).toEqual({ text: "$0.20/kWh", source: "book", asOf: "2025", note: "n" });
    expect(origins["x-2"]?.[""]).toEqual({ text: "1.3 printed", source: "book", asOf: "2025" });
    const unconverted = energyTable(regions, () => undefined, sourceOf);
    expect(unconverted.rows[4]).toMatchObject({ local: "12 ct/kWh", electricity: null });
    expect(unconverted.origins["x-5"]?.[""]?.text).toBe("12 ct/kWh");
  });

  it("of a region says of which larger place a figure is", () => {
    const clouds = [
      {
        id: "aws",
        cloud: "AWS",
        region: [{ id: "r1", name: "Ohio", area: "US", carbonFreeShare: figure(0.9) }],
      },
    ] as unknown as Parameters<typeof regionsTable>[0];
    const place = {
      name: "R1",
      electricity: { figure: figure(0.07 / 3.6e6, { note: "n" }), of: "Ohio state", asOf: "2025", weak: "w" },
      pue: { figure: figure(1.2), of: "R1", asOf: "2024" },
    } as unknown as ReturnType<Parameters<typeof regionsTable>[1]>;
    const table = regionsTable(clouds, () => place, sourceOf);
    expect(table.rows[0]).toMatchObject({
      id: "aws/r1",
      cloud: "AWS",
      region: "r1",
      where: "Ohio",
      area: "US",
      pue: 1.2,
      carbon: null,
      carbonFree: 90,
    });
    expect(table.rows[0]?.electricity).toBeCloseTo(0.07, 9);
    expect(originOf(table, "aws/r1", "electricity")).toMatchObject({
      note: "Ohio state. n. w",
      asOf: "2025",
    });
    expect(originOf(table, "aws/r1", "pue")).toEqual({ text: "1.2 printed", source: "book", asOf: "2024" });
    expect(originOf(table, "aws/r1", "carbonFree")?.source).toBe("book");
  });

  it("of an accelerator stands where most readers look first: GPUs, the newest, by name", () => {
    const base = catalog.accelerator("nvidia-h100-sxm-80gb") as Accelerator;
    const one = (id: string, kind: Accelerator["kind"], year?: number) => ({
      accelerator: {
        ...base,
        id,
        name: id,
        kind,
        ...(year ? { year: { value: year, source: "book" } } : {}),
      },
      price: undefined,
    });
    const entries = [
      one("c", "cpu", 2026),
      one("b", "gpu", 2022),
      one("a", "gpu", 2022),
      one("n", "gpu", 2025),
    ];
    expect(hardwareTable(entries, sourceOf, today).rows.map(({ id }) => id)).toEqual(["n", "a", "b", "c"]);
  });

  it("of a published range has the base where it lies between its ends", () => {
    const range = { accelerator: "chip", low: figure(1), base: figure(2), high: figure(5), asOf: "2026" };
    const of = (more: object) =>
      rangeViews(
        [{ ...range, ...more }] as unknown as Parameters<typeof rangeViews>[0],
        (id) => id.toUpperCase(),
        sourceOf,
        today,
      );
    const { ranges, sources } = of({ what: "purchase" });
    expect(ranges[0]).toMatchObject({
      id: "chip-purchase",
      accelerator: "CHIP",
      acceleratorId: "chip",
      what: "to buy one",
      unit: "USD",
      basePosition: 0.25,
      asOf: "2026",
      stale: true,
    });
    expect(ranges[0]?.ends.map(({ label, value }) => [label, value])).toEqual([
      ["Low", 1],
      ["Base", 2],
      ["High", 5],
    ]);
    expect(sources.book?.title).toBe("A book");
    const hourly = of({ what: "hour", high: figure(1), base: figure(1) }).ranges[0];
    expect(hourly).toMatchObject({ what: "per accelerator-hour", unit: "USD/h", basePosition: 0 });
    expect(hourly?.ends[0]?.value).toBeCloseTo(3600, 6);
  });

  it("of what plans take is the price that plans start from, within its own market, most providers first", () => {
    const starts = catalog.accelerators().flatMap(({ id }) => catalog.defaultPrice(id) ?? []);
    const { ranges } = plannedViews(starts, (id) => id, catalog.source, "2026-11-29");
    expect(ranges.length).toBeGreaterThan(3);
    for (const { acceleratorId, ends, basePosition, asOf, unit } of ranges) {
      const price = catalog.defaultPrice(acceleratorId);
      expect([ends[1]?.label, ends[1]?.value]).toEqual([
        "Plans take",
        inUnit(price?.perAcceleratorHour.value ?? 0, "USD/h", "USD/s"),
      ]);
      expect([unit, asOf]).toEqual(["USD/h", price?.asOf]);
      expect(ends[0]?.value).toBeLessThanOrEqual(ends[1]?.value ?? 0);
      expect(ends[2]?.value).toBeGreaterThanOrEqual(ends[1]?.value ?? 0);
      expect(basePosition).toBeGreaterThanOrEqual(0);
      expect(basePosition).toBeLessThanOrEqual(1);
    }
    const providers = ranges.map(
      ({ acceleratorId }) => catalog.defaultPrice(acceleratorId)?.market?.providers ?? 0,
    );
    expect(providers).toEqual([...providers].sort((a, b) => b - a));
  });
});
