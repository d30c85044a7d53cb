import { describe, expect, it } from "vitest";
import { estimate } from "@/lib/engine";
import type { MarketAsk } from "@/lib/engine/price";
import { hourSpread, withPriceRange } from "@/lib/engine/readings/price-range";
import { defaultScenario } from "@/lib/scenario";
import { LOOKUP } from "./plans";

const offer = (market: Partial<MarketAsk> = {}): MarketAsk => ({
  value: 4,
  providers: 9,
  p10: 2,
  p90: 12,
  ...market,
});
const predicted = {
  costPerToken: { low: 10 / 3, high: 30, basis: "residuals" },
  tpot: { low: 1, high: 4, basis: "residuals" },
};
const figures = { costPerToken: 10, tpot: 2, monthlyCost: 100 };

describe("withPriceRange", () => {
  it("adds the spreads of price and prediction as squares, in logarithms", () => {
    const { costPerToken, tpot, monthlyCost } = withPriceRange(
      predicted,
      figures,
      hourSpread(offer()),
    ) as Record<string, { low: number; high: number; basis: string }>;
    // Predicted within a factor of 3; prices half at the low end, three times at the high one.
    expect(costPerToken?.low).toBeCloseTo(10 * Math.exp(-Math.sqrt(Math.log(3) ** 2 + Math.log(2) ** 2)), 10);
    expect(costPerToken?.high).toBeCloseTo(10 * Math.exp(Math.sqrt(Math.log(3) ** 2 + Math.log(3) ** 2)), 10);
    expect(costPerToken?.basis).toBe("residuals; prices of 9 providers");
    expect(tpot).toEqual(predicted.tpot);
    // A month's rent is no prediction: its range is the market's alone.
    expect(monthlyCost).toMatchObject({ basis: "prices of 9 providers" });
    expect([monthlyCost?.low, monthlyCost?.high].map((end) => Math.round(end ?? 0))).toEqual([50, 300]);
  });

  it("leaves ranges alone without a market of at least two", () => {
    expect(withPriceRange(predicted, figures, undefined)).toBe(predicted);
    expect(withPriceRange(predicted, figures, hourSpread(offer({ providers: 1 })))).toBe(predicted);
  });

  it("is in an estimate until a person states the price", () => {
    const width = (pricePerHour?: number) => {
      const options = defaultScenario.options.map((option) =>
        pricePerHour === undefined ? option : { ...option, pricePerHour },
      );
      const { figures, ranges } = estimate({ ...defaultScenario, options }, LOOKUP).options[0] ?? {};
      return (ranges?.costPerToken?.high ?? 0) / (figures?.costPerToken ?? 1);
    };
    expect(width()).toBeGreaterThan(width(4) * 1.2);
  });

  it("is that of an offer's market, as it was when the offer was taken, until another price is typed", () => {
    const width = (pricePerHour: number) => {
      const offer = {
        pricePerHour: 3,
        provider: "A",
        term: "on-demand",
        asOf: "2026-11-28",
        market: { low: 1.5, high: 6, providers: 8 },
      };
      const options = defaultScenario.options.map((option) => ({ ...option, pricePerHour, offer }));
      const { monthlyCost } = estimate({ ...defaultScenario, options }, LOOKUP).options[0]?.ranges ?? {};
      return monthlyCost && monthlyCost.high / monthlyCost.low;
    };
    expect(width(3)).toBeCloseTo(4, 9);
    expect(width(3.1)).toBeUndefined();
  });
});
