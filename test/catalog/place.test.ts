import { describe, expect, it } from "vitest";
import { place, places } from "@/lib/catalog";
import { placeOf } from "@/lib/catalog/place";
import type { Energy } from "@/lib/catalog/schema";

const JOULES_PER_KWH = 3.6e6;

describe("place", () => {
  it("takes each figure from the nearest place that states it", () => {
    const virginia = place("aws/us-east-1");
    expect(virginia?.name).toBe("Northern Virginia (AWS us-east-1)");
    // $0.1053 per kWh, industrial, Virginia, May 2026, before April's.
    expect((virginia?.electricity?.figure.value ?? 0) * JOULES_PER_KWH).toBeCloseTo(0.1053, 10);
    expect(virginia?.electricity).toMatchObject({ asOf: "2026-05", of: "Virginia" });
    expect(virginia?.pue).toMatchObject({ of: "Northern Virginia (AWS us-east-1)", asOf: "2025" });
    // The state has none: the country's 357 g or what its file says.
    expect(virginia?.carbon?.of).toBe("United States");
  });

  it("falls back to the cloud's fleet, then to the world", () => {
    expect(place("azure/westus2")?.pue).toMatchObject({
      figure: { text: "1.17" },
      of: "Microsoft Azure, all regions",
    });
    expect(place("germany")?.pue).toMatchObject({ figure: { text: "1.54" }, of: "World" });
    expect(place("gcp/asia-east2")?.electricity?.of).toBe("Asia");
  });

  it("knows no place that is not there", () => {
    expect(place("atlantis")).toBeUndefined();
    expect(place("aws/atlantis")).toBeUndefined();
    expect(place("atlantis/us-east-1")).toBeUndefined();
  });

  it("prefers what a data center pays, delivered, over wholesale and over weak figures", () => {
    const figure = (text: string, value: number) => ({ text, value, source: "x" });
    const energy = [
      {
        id: "here",
        region: "Here",
        reviewBy: "2030-01-01",
        fact: [
          { what: "electricity", tariff: "wholesale, not delivered", value: figure("a", 1), asOf: "2026-09" },
          { what: "electricity", tariff: "commercial", value: figure("b", 2), asOf: "2026-09" },
          { what: "electricity", tariff: "industrial", value: figure("c", 3), asOf: "2024-01" },
          { what: "electricity", tariff: "industrial", value: figure("d", 4), asOf: "2025-01" },
          { what: "electricity", tariff: "industrial", value: figure("e", 5), asOf: "2026-01", weak: "old" },
        ],
      },
    ] as Energy[];
    expect(placeOf("here", { energy, regions: [], currencies: [] })?.electricity?.figure.text).toBe("d");
  });

  it("converts another currency by the mean of the price's own period, and not without one", () => {
    const local = (value: string, asOf: string) =>
      ({ what: "electricity-local", tariff: "industrial", value: { value, source: "x" }, asOf }) as const;
    const eur = {
      id: "eur",
      code: "EUR",
      name: "Euro",
      reviewBy: "2030-01-01",
      rate: [
        { usd: 1.1, from: "2024-01", to: "2024-12", source: "r" },
        { usd: 1.25, from: "2025-07", to: "2025-12", source: "r" },
      ],
    };
    const at = (fact: ReturnType<typeof local>) => {
      const energy = [{ id: "here", region: "Here", reviewBy: "2030-01-01", fact: [fact] }] as Energy[];
      const found = placeOf("here", { energy, regions: [], currencies: [eur] })?.electricity?.figure;
      return found && [Number((found.value * JOULES_PER_KWH).toFixed(6)), found.text];
    };
    expect(at(local("0.2 EUR/kWh", "2025-12"))).toEqual([
      0.25,
      "0.2 EUR/kWh at 1.25 USD/EUR, the mean of 2025-07 to 2025-12",
    ]);
    expect(at(local("80 EUR/MWh", "2024"))?.[0]).toBe(0.088);
    expect(at(local("80 EUR/MWh", "2024-06"))?.[0]).toBe(0.088);
    expect(at(local("0.2 EUR/kWh", "2025-03"))).toBeUndefined();
    expect(at(local("0.2 EUR/kWh", "2025"))).toBeUndefined();
    expect(at(local("1000 IDR/kWh", "2025-12"))).toBeUndefined();
  });

  it("takes Germany's price from Eurostat's band of data centers, in dollars of that half-year", () => {
    const found = place("germany")?.electricity;
    expect(found).toMatchObject({ of: "Germany", asOf: "2025-12" });
    expect((found?.figure.value ?? 0) * JOULES_PER_KWH).toBeCloseTo(0.1922 * 1.1661, 10);
  });

  it("has a price of electricity, a PUE and carbon for every place, each with its day", () => {
    for (const { id } of places()) {
      const found = place(id);
      for (const part of ["electricity", "pue", "carbon"] as const) {
        expect(found?.[part]?.asOf, `${id} ${part}`).toMatch(/^20\d\d/);
      }
      const perKwh = (found?.electricity?.figure.value ?? 0) * JOULES_PER_KWH;
      expect(perKwh, id).toBeGreaterThan(0.02);
      expect(perKwh, id).toBeLessThan(0.5);
      expect(found?.pue?.figure.value, id).toBeGreaterThan(1);
      expect(found?.pue?.figure.value, id).toBeLessThan(2);
      expect((found?.carbon?.figure.value ?? 0) * JOULES_PER_KWH, id).toBeLessThan(1.2);
    }
  });
});
