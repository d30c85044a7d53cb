import { describe, expect, it } from "vitest";
import { accelerators, earlierPricesOf, pricesOf } from "@/lib/catalog";
import type { Price } from "@/lib/catalog/schema";
import type { RawFile } from "@/lib/catalog/snapshots/merge";
import { withSuperseded } from "@/lib/catalog/snapshots/superseded";
import { priceTrend, trendText } from "@/lib/view/money/price-trend";

const priced = (id: string, hour: number, asOf: string, term: Price["term"] = "on-demand"): Price => ({
  id,
  provider: id,
  source: "s",
  accelerator: "a",
  accelerators: 8,
  area: "US",
  term,
  perAcceleratorHour: { value: hour / 3600, text: `$${hour}/h`, source: "s" },
  asOf,
});

describe("the trend of prices", () => {
  it("is the middle offer's change in a year, each from its earliest day to its latest", () => {
    // Half a year: from 4 to 2 is a quarter of it in a year.
    const now = [priced("x", 2, "2026-07-02"), priced("y", 3, "2026-07-02"), priced("z", 5, "2026-07-02")];
    const steady = ["v", "w"].map((id) => priced(id, 3, "2026-07-02"));
    const before = steady.map((each) => ({ ...each, asOf: "2026-01-01" }));
    const then = [
      priced("x", 4, "2026-01-01"),
      priced("x", 3, "2026-04-01"),
      priced("y", 3, "2026-01-01"),
      priced("z", 4, "2026-01-01"),
    ];
    const trend = priceTrend([...now, ...steady], [...then, ...before]);
    expect(trend).toMatchObject({
      ...{ offers: 5, providers: 5, cheaper: 1, dearer: 1 },
      ...{ from: "2026-01-01", to: "2026-07-02", yearlyDecline: 0 },
    });
    const halved = [..."abcde"].map((id) => priced(id, 2, "2026-07-02"));
    const dear = halved.map(({ id }) => priced(id, 4, "2026-01-01"));
    expect(priceTrend(halved, dear)?.yearlyDecline).toBeCloseTo(0.75, 2);
    // Of one list, or of four, what they did is said and nothing is made of it.
    for (const few of [1, 4])
      expect(priceTrend(halved.slice(0, few), dear)).toMatchObject({ offers: few, yearlyDecline: undefined });
    expect(trend && trendText(trend)).toBe(
      "5 offers on demand of 5 providers, 2026-01-01 to 2026-07-02: 1 cheaper, 1 dearer, 3 the same",
    );
  });

  it("is not known of other terms, of one day, of days in one month, and of years without a day", () => {
    const now = [priced("x", 2, "2026-07-02")];
    expect(priceTrend(now, [])).toBeUndefined();
    expect(priceTrend(now, [priced("x", 4, "2026-06-20")])).toBeUndefined();
    expect(priceTrend(now, [priced("x", 4, "2025")])).toBeUndefined();
    expect(priceTrend(now, [priced("x", 4, "2026-01-01")], "spot")).toBeUndefined();
  });

  it("rests on offers of the catalog that are listed still, at an older day", () => {
    const known = accelerators().filter(({ id }) => priceTrend(pricesOf(id), earlierPricesOf(id)));
    expect(known.length).toBeGreaterThan(5);
    for (const { id } of accelerators()) {
      const now = new Map(pricesOf(id).map((offer) => [offer.id, offer.asOf]));
      for (const { id: offer, asOf } of earlierPricesOf(id)) expect((now.get(offer) ?? "") > asOf).toBe(true);
    }
  });
});

it("what a snapshot replaces is kept among earlier prices, once", () => {
  const offer = (asOf: string, value: string) => ({
    ...{ accelerator: "a", accelerators: 8, instance: "i", region: "r", area: "US", term: "on-demand" },
    perAcceleratorHour: { value, source: "s" },
    asOf,
  });
  const file = (offers: RawFile["offer"]): ReadonlyMap<string, RawFile> =>
    new Map([["prices/p", { provider: "P", offer: offers }]]);
  const before = file([offer("2026-01-01", "$2/h")]);
  const after = file([offer("2026-06-01", "$1/h")]);
  const once = withSuperseded(new Map(), before, after);
  expect(once.get("price-history/p")?.offer).toEqual(before.get("prices/p")?.offer);
  expect(withSuperseded(once, before, after)).toEqual(once);
  expect(withSuperseded(new Map(), before, before).size).toBe(0);
});
