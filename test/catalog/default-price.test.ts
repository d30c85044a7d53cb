import { describe, expect, it } from "vitest";
import { accelerators, defaultPrice, price, pricesOf } from "@/lib/catalog";
import { chooseDefaultPrice } from "@/lib/catalog/default-price";
import type { Price } from "@/lib/catalog/schema";

const offer = (provider: string, dollars: number, more: Partial<Price> = {}): Price => ({
  id: provider,
  provider,
  source: "derived",
  accelerator: "chip",
  accelerators: 1,
  area: "US",
  term: "on-demand",
  perAcceleratorHour: { value: dollars / 3600, text: `$${dollars}/h`, source: "derived" },
  asOf: "2026-05-01",
  ...more,
});

describe("chooseDefaultPrice", () => {
  it("takes the middle provider, each by its cheapest offer", () => {
    const offers = [offer("a", 1), offer("b", 3), offer("b", 9), offer("c", 8)];
    for (const each of [offers, offers.toReversed()]) {
      expect(chooseDefaultPrice(each)?.provider).toBe("b");
      expect(chooseDefaultPrice(each)?.perAcceleratorHour.text).toBe("$3/h");
    }
  });

  it("leaves out spot, other continents, parts of a machine and medians where there are better ones", () => {
    const offers = [
      offer("a", 5),
      offer("b", 1, { term: "spot" }),
      offer("c", 1, { area: "APAC" }),
      offer("d", 1, { covers: "accelerator-alone" }),
      offer("e", 1, {
        perAcceleratorHour: { value: 1 / 3600, text: "$1/h", source: "derived", note: "Median of 9 offers" },
      }),
    ];
    expect(chooseDefaultPrice(offers)?.provider).toBe("a");
  });

  it("compares the newest 90 days, and older offers only while fewer than three providers are in", () => {
    const old = [offer("x", 1, { asOf: "2026-01-01" }), offer("y", 1, { asOf: "2026-01-01" })];
    const three = [offer("a", 4), offer("b", 5, { asOf: "2026-02-01" }), offer("c", 6)];
    expect(chooseDefaultPrice([...three, ...old])).toMatchObject({
      provider: "b",
      market: { providers: 3, offers: 3, days: 90 },
    });
    const two = [offer("a", 4), offer("c", 6), ...old];
    expect(chooseDefaultPrice(two)).toMatchObject({
      provider: "y",
      market: { providers: 4, offers: 4, days: 180 },
    });
  });

  it("says what is newer than it, and of a provider's equal prices takes the newest", () => {
    const offers = [
      offer("a", 4),
      offer("b", 5),
      offer("b", 5, { asOf: "2026-05-20" }),
      offer("c", 7, { asOf: "2026-06-01" }),
    ];
    const hour = 1 / 3600;
    expect(chooseDefaultPrice(offers)).toMatchObject({
      provider: "b",
      asOf: "2026-05-20",
      market: { newer: { provider: "c", asOf: "2026-06-01", rate: 7 * hour } },
    });
    expect(chooseDefaultPrice(offers.slice(0, 2))?.market?.newer).toBeUndefined();
  });

  it("says how many were compared and how far apart they are", () => {
    const market = chooseDefaultPrice([offer("a", 1), offer("b", 3), offer("b", 9), offer("c", 8)])?.market;
    const hour = 1 / 3600;
    expect(market).toMatchObject({ providers: 3, offers: 4, low: hour, high: 8 * hour, days: 90 });
    // Of $1, $3 and $8: a fifth of the way from the first to the second, four fifths from the second to the third.
    expect(market?.p10).toBeCloseTo(1.4 * hour, 12);
    expect(market?.p90).toBeCloseTo(7 * hour, 12);
  });

  it("gives no answer where one provider alone asks four times what a commitment costs", () => {
    const committed = offer("z", 3, { term: "reserved-3y" });
    expect(chooseDefaultPrice([offer("a", 13), committed])).toBeUndefined();
    expect(chooseDefaultPrice([offer("a", 11), committed])?.provider).toBe("a");
    expect(chooseDefaultPrice([offer("a", 13), offer("b", 14), offer("c", 15), committed])?.provider).toBe(
      "b",
    );
  });

  it("takes what there is", () => {
    expect(chooseDefaultPrice([offer("c", 2, { area: "APAC" })])?.provider).toBe("c");
    expect(chooseDefaultPrice([offer("b", 1, { term: "spot" })])).toBeUndefined();
  });
});

describe("defaultPrice", () => {
  it.each([
    ["nvidia-h100-sxm-80gb", 2.5, 6.9],
    ["nvidia-h200-sxm-141gb", 2.15, 6],
    ["amd-mi300x", 1, 6],
    ["intel-gaudi3", 1, 8],
    ["aws-graviton4", 3, 7],
    ["nvidia-a100-sxm-80gb", 0.8, 4],
  ])("of %s lies between $%d and $%d an hour", (id, low, high) => {
    const dollars = (defaultPrice(id)?.perAcceleratorHour.value ?? 0) * 3600;
    expect(dollars).toBeGreaterThanOrEqual(low);
    expect(dollars).toBeLessThanOrEqual(high);
  });

  it("is never the odd price of one provider", () => {
    expect(pricesOf("nvidia-gb200").some(({ term }) => term === "on-demand")).toBe(true);
    expect(defaultPrice("nvidia-gb200")).toBeUndefined();
  });

  it("is of the last 90 days wherever the market is", () => {
    for (const id of ["nvidia-h100-sxm-80gb", "nvidia-h200-sxm-141gb", "nvidia-b200-sxm", "amd-mi300x"]) {
      expect(defaultPrice(id)?.asOf.slice(0, 7)).toMatch(/^2026-(09|1\d)$/);
    }
  });

  it("is one of the accelerator's own dated offers", () => {
    for (const { id } of accelerators()) {
      const chosen = defaultPrice(id);
      if (!chosen) continue;
      const { market, ...offer } = chosen;
      expect(price(chosen.id)).toEqual(offer);
      expect(market?.low).toBeLessThanOrEqual(offer.perAcceleratorHour.value);
      expect(market?.high).toBeGreaterThanOrEqual(offer.perAcceleratorHour.value);
    }
  });
});
