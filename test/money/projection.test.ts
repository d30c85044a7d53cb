import { describe, expect, it } from "vitest";
import { answer, estimate } from "@/lib/engine";
import { baseDemand, casesOf, monthsOf, type Projection, project, rateOfReturn } from "@/lib/money";
import { parseScenario, type ScenarioInput } from "@/lib/scenario";
import { planOf } from "@/lib/scenario/plan";
import { LOOKUP } from "../engine/plans";
import { H100, one, projected } from "./projected";

const column = ({ months, monthly }: Projection, id: Parameters<Projection["monthly"]>[0]) =>
  months.map(({ index }) => monthly(id, index));

describe("a projection", () => {
  it.each([
    ["rented", {}, {}],
    [
      "on mixed terms",
      {},
      { discount: 0.1, committedShare: 0.5, committedDiscount: 0.4, spotShare: 0.25, spotDiscount: 0.6 },
    ],
    ["owned, its hour stated", { hardware: "owned" }, {}],
  ])("of a steady month is the month's bill, %s", (_, finance, money) => {
    const { projection, estimate: found } = one({
      finance: { ...(finance as object), utilisation: 0.6 },
      money,
      options: [{ ...H100, pricePerHour: 2 }],
    });
    const bill = found.options[0]?.figures.monthlyCost ?? Number.NaN;
    for (const paid of column(projection, "paid")) expect(paid / bill).toBeCloseTo(1, 9);
    expect(projection.months).toHaveLength(36);
    expect(projection.total("totalPaid") / bill).toBeCloseTo(36, 8);
    const perToken = found.options[0]?.figures.costPerToken ?? Number.NaN;
    expect(projection.total("paidPerToken") / perToken).toBeCloseTo(1, 9);
  });

  it.each([
    ["spare replicas and all", { users: 900, peakToMean: 2 }, { ttft: 2, spare: 1 }],
    ["its machines busy around the clock", { users: 2000 }, { ttft: 1, tpot: 0.05 }],
  ])("of a plan that is sized for its users is the month's bill too, %s", (_, traffic, goals) => {
    const reading = parseScenario({
      workload: { model: "meta-llama-3.1-70b" },
      traffic: { load: "users", ...traffic },
      goals,
      options: [{ accelerator: "nvidia-h100-sxm-80gb", tp: 2, pricePerHour: 2 }],
    });
    if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
    const found = answer(reading.scenario, LOOKUP, { simulate: false });
    const projection = project(found, baseDemand(found, 0)?.requests ?? 0)[0] as Projection;
    expect(found.options[0]?.operation?.replicas).toBeGreaterThan(2);
    expect(
      (projection.monthly("paid", 0) as number) / (found.options[0]?.figures.monthlyCost ?? 0),
    ).toBeCloseTo(1, 9);
  });

  it("pays a commitment when and as long as it runs, upfront for a part, then the price of the day", () => {
    const { projection, estimate: found } = one({
      options: [{ ...H100, pricePerHour: 2 }],
      money: {
        months: 24,
        committedShare: 1,
        committedDiscount: 0.5,
        committedMonths: 12,
        committedFrom: 4,
        upfrontShare: 0.25,
        priceDecline: 0.3,
      },
    });
    expect(found.options[0]?.figures.monthlyCost).toBeCloseTo(4 * 2 * 0.5 * 730, 6);
    const listed = 4 * 2 * 730;
    const paid = column(projection, "paid");
    const market = (month: number) => 0.7 ** (month / 12);
    expect(paid[0]).toBeCloseTo(listed, 6);
    const locked = 0.5 * listed * market(3);
    expect(paid[3]).toBeCloseTo(0.75 * locked + 0.25 * 12 * locked, 6);
    expect(paid[14]).toBeCloseTo(0.75 * locked, 6);
    expect(paid[15]).toBeCloseTo(listed * market(15), 6);
    expect(column(projection, "upfrontPaid").filter((value) => value > 0)).toHaveLength(1);
  });

  it("adds replicas as traffic grows, and keeps machines that are bought", () => {
    const money = { months: 36, growth: 1, seasonSwing: 0.3, seasonPeak: 6, purchasePrice: 30_000, life: 2 };
    const { projection } = one({ finance: { hardware: "owned" }, money });
    const needed = column(projection, "accelerators");
    const fleet = column(projection, "fleet");
    expect(fleet).toEqual(needed.map((_, month) => Math.max(...needed.slice(0, month + 1))));
    expect(Math.min(...needed.slice(6, 12))).toBeLessThan(Math.max(...needed.slice(0, 7)));
    const bought = column(projection, "purchased");
    const before = fleet[23] ?? 0;
    expect(bought.reduce((sum, each) => sum + each, 0)).toBe((fleet[35] ?? 0) + before);
    expect(bought[24]).toBe((fleet[24] ?? 0) - before + before);
    for (const month of projection.months) {
      const { index } = month;
      const share = projection.monthly("servingShare", index);
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThanOrEqual(1);
    }
    // A year on, twice the traffic at the same season.
    const requests = column(projection, "requests");
    expect((requests[12] ?? 0) / (requests[0] ?? 1)).toBeCloseTo(2, 12);
  });

  it("dates its months, and swings about the mean of a year", () => {
    const months = monthsOf({
      startYear: 2026,
      startMonth: 11,
      months: 15,
      seasonSwing: 0.2,
      seasonPeak: 12,
    });
    expect(months.map(({ date }) => date).slice(0, 4)).toEqual(["2026-11", "2026-12", "2027-01", "2027-02"]);
    expect(months.at(-1)?.date).toBe("2028-01");
    expect(months[1]?.season).toBeCloseTo(1.2, 12);
    expect(months.slice(0, 12).reduce((sum, { season }) => sum + season, 0) / 12).toBeCloseTo(1, 12);
    expect(monthsOf({}).every(({ date, season }) => date === undefined && season === 1)).toBe(true);
  });

  it("says in which month the budget breaks, and what is left of a price that customers pay", () => {
    const { projection, estimate: found } = one({
      options: [{ ...H100, pricePerHour: 2 }],
      money: { budget: 10.5 * 4 * 2 * 730, tokenPrice: 3 },
    });
    expect(projection.total("monthsWithin")).toBe(10);
    const figures = found.options[0]?.figures;
    const tokens = (figures?.monthlyInputTokens ?? 0) + (figures?.monthlyOutputTokens ?? 0);
    expect(projection.monthly("revenue", 0)).toBeCloseTo((tokens * 3) / 1e6, 4);
    expect(projection.monthly("margin", 0)).toBeCloseTo((tokens * 3) / 1e6 - 4 * 2 * 730, 4);
  });

  it("asks of every option the same, by the plan's traffic where one is said", () => {
    const options = [H100, { accelerator: "amd-mi300x", tp: 1 }] as ScenarioInput["options"];
    const { projections, demand } = projected({ options });
    expect(demand.basis).toContain("batch");
    const [first, second] = projections.map((each) => column(each, "requests"));
    expect(first).toEqual(second);
    const daily = { load: "requests", requestsPerDay: 70_000, daysPerWeek: 5 } as const;
    const { demand: asked } = projected({ options, traffic: daily });
    expect(asked.requests).toBeCloseTo((70_000 * 5 * 365) / 7 / 12, 6);
    const rate = projected({
      options,
      traffic: { load: "rate", requestRate: 10, peakToMean: 2, hoursPerDay: 12 },
    });
    expect(rate.demand.requests).toBeCloseTo((10 / 2) * 12 * 3600 * (365 / 12), 4);
  });

  it("begins with the replicas that were found for the traffic, and with their bill", () => {
    const reading = parseScenario({
      workload: { model: "meta-llama-3.1-70b" },
      options: [{ accelerator: "nvidia-h100-sxm-80gb", tp: 2, pricePerHour: 2 }],
      traffic: { load: "rate", requestRate: 20, peakToMean: 2 },
    });
    if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
    const found = answer(reading.scenario, LOOKUP, { simulate: false });
    const demand = baseDemand(found, 0)?.requests ?? Number.NaN;
    expect(demand).toBeCloseTo(10 * 3600 * 730, 0);
    const [projection] = project(found, demand);
    if (typeof projection !== "object") throw new Error(String(projection));
    const { operation, figures } = found.options[0] ?? {};
    expect(operation?.replicas).toBeGreaterThan(1);
    expect(projection.monthly("monthReplicas", 0)).toBe(operation?.replicas);
    expect(projection.monthly("paid", 0) / (figures?.monthlyCost ?? 0)).toBeCloseTo(1, 9);
    const doubled = project(found, 2 * demand)[0] as Projection;
    expect(doubled.monthly("monthReplicas", 0)).toBe(2 * (operation?.replicas ?? 0));
  });

  it("has a reason where there is none", () => {
    const reading = parseScenario({
      workload: { model: "meta-llama-3.1-70b" },
      options: [{ accelerator: "nvidia-l4", tp: 1 }],
    });
    if (!reading.ok) throw new Error("bad");
    const found = estimate(reading.scenario, LOOKUP);
    expect(project(found, 1)).toEqual(["It does not run as planned"]);
    const priceless = estimate(one({}).scenario, { ...LOOKUP, price: () => undefined });
    expect(project(priceless, 1)).toEqual(["No price is known"]);
  });
});

describe("present values and returns", () => {
  it("discount by the year from the start of each month, as a spreadsheet's NPV does of equal periods", () => {
    const { projection } = one({
      options: [{ ...H100, pricePerHour: 2 }],
      money: { months: 12, discountRate: 0.1 },
    });
    const i = 1.1 ** (1 / 12) - 1;
    // An annuity due: 12 payments, the first at once.
    const annuity = ((1 - (1 + i) ** -12) / i) * (1 + i);
    expect(projection.total("netPresent")).toBeCloseTo(4 * 2 * 730 * annuity, 6);
  });

  it("give the rates of textbooks", () => {
    // IRR(-70,000; 12,000; 15,000; 18,000; 21,000; 26,000) of Excel's help: 8.66 %; without the last: -2.12 %.
    expect(rateOfReturn([-70_000, 12_000, 15_000, 18_000, 21_000, 26_000])).toBeCloseTo(0.0866309, 6);
    expect(rateOfReturn([-70_000, 12_000, 15_000, 18_000, 21_000])).toBeCloseTo(-0.0212448, 6);
    expect(rateOfReturn([-100, 110])).toBeCloseTo(0.1, 12);
    expect(rateOfReturn([-100, -1])).toBeUndefined();
    expect(rateOfReturn([])).toBeUndefined();
  });
});

describe("low and high cases", () => {
  const { estimate: found, scenario, projection } = one({ money: { growth: 0.5, growthSpread: 0.3 } });
  const option = found.options[0];
  if (!option) throw new Error("no option");
  const plan = planOf(scenario, 0);

  it("lie around what is planned, and come out the same each time", () => {
    const cases = casesOf(projection, option, plan);
    expect(casesOf(projection, option, plan)).toEqual(cases);
    for (const { index } of projection.months) {
      const base = projection.monthly("cumulative", index);
      expect(cases.low[index]).toBeLessThanOrEqual(base * 1.001);
      expect(cases.high[index]).toBeGreaterThanOrEqual(base * 0.999);
    }
    expect(cases.basis).toEqual(["what a replica serves", "prices of providers", "growth"]);
  });

  it("move little with the seed: the draws are many enough", () => {
    const [a, b] = [1, 2].map((seed) => casesOf(projection, option, plan, seed));
    const last = projection.months.length - 1;
    for (const end of ["low", "high"] as const)
      expect((a?.[end][last] ?? 0) / (b?.[end][last] ?? 1)).toBeCloseTo(1, 1);
  });

  it("have the price's own spread where nothing else is uncertain", () => {
    const certain = {
      ...option,
      ranges: { monthlyCost: { low: 50, high: 400, basis: "" } },
      figures: { ...option.figures, monthlyCost: 100 },
    };
    const calm = casesOf(projection, certain, { ...plan, money: { growth: 0 } });
    const base = projection.monthly("cumulative", 0);
    expect((calm.low[0] ?? 0) / base).toBeCloseTo(0.5, 1);
    expect((calm.high[0] ?? 0) / base / 4).toBeCloseTo(1, 1);
  });
});
