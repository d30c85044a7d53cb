import { describe, expect, it } from "vitest";
import { accelerators, defaultPrice, price, pricesOf } from "@/lib/catalog";
import { chooseDefaultPrice } from "@/lib/catalog/price";
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
    expect(chooseDefaultPrice(offers)?.provider).toBe("b");
    expect(chooseDefaultPrice(offers)?.perAcceleratorHour.text).toBe("$3/h");
  });

  it("leaves out spot, other continents and earlier years where there are better ones", () => {
    const offers = [
      offer("a", 5),
      offer("b", 1, { term: "spot" }),
      offer("c", 1, { area: "APAC" }),
      offer("d", 1, { asOf: "2024-12-01" }),
      offer("e", 1, { asOf: "2026" }),
    ];
    expect(chooseDefaultPrice(offers)?.provider).toBe("a");
  });

  it("takes what there is", () => {
    expect(chooseDefaultPrice([offer("c", 2, { area: "APAC" })])?.provider).toBe("c");
    expect(chooseDefaultPrice([offer("b", 1, { term: "spot" })])).toBeUndefined();
  });
});

describe("defaultPrice", () => {
  it.each([
    ["nvidia-h100-sxm-80gb", 1.49, 3.9],
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

  it("is one of the accelerator's own dated offers", () => {
    for (const { id } of accelerators()) {
      const chosen = defaultPrice(id);
      if (chosen) expect(price(chosen.id)).toBe(chosen);
      else expect(pricesOf(id).filter(({ term }) => term === "on-demand")).toEqual([]);
    }
  });
});
