import { describe, expect, it } from "vitest";
import { defaultPrice, pricesOf } from "@/lib/catalog";
import { estimate } from "@/lib/engine";
import { toCsv } from "@/lib/export/csv";
import { baseDemand } from "@/lib/money";
import { parseScenario, type ScenarioInput } from "@/lib/scenario";
import { planOf } from "@/lib/scenario/plan";
import { billTable, tokenTable } from "@/lib/view/money/bill";
import { linearTicks } from "@/lib/view/money/linear-ticks";
import { monthsTable, optionMonths, totalsTable } from "@/lib/view/money/months";
import { listedDiscount, marketPrices, offersIn, unlikeMarkets } from "@/lib/view/money/offers";
import { rentOrBuy, rentOrBuyText, uncounted } from "@/lib/view/money/rent-or-buy";
import { cellValue } from "@/lib/view/table";
import { LOOKUP } from "../engine/plans";
import { expectHeadersToHold } from "./table-text";

const H100 = "nvidia-h100-sxm-80gb";

function planned(input: Partial<ScenarioInput> = {}) {
  const reading = parseScenario({
    workload: { model: "meta-llama-3.1-70b" },
    options: [
      { accelerator: H100, tp: 2, pricePerHour: 2 },
      { accelerator: H100, tp: 2, hardware: "owned" },
      { accelerator: "nvidia-l4" },
    ],
    ...input,
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return estimate(reading.scenario, LOOKUP);
}

describe("the offers of an accelerator", () => {
  const offers = pricesOf(H100);

  it("are those of one market, the cheapest first; a price for everywhere is in each", () => {
    const us = offersIn(offers, { term: "on-demand", area: "US" });
    expect(us.length).toBeGreaterThan(5);
    expect(new Set(us.map(({ term }) => term))).toEqual(new Set(["on-demand"]));
    expect(us.every(({ area }) => area === "US" || area === "global")).toBe(true);
    const hours = us.map(({ perAcceleratorHour }) => perAcceleratorHour.value);
    expect(hours).toEqual([...hours].sort((a, b) => a - b));
    expect(us.some(({ covers }) => covers !== undefined)).toBe(false);
  });

  it("have a low, a middle and a high price, each provider once", () => {
    const market = marketPrices(offers, { term: "on-demand" });
    const providers = new Set(offersIn(offers, { term: "on-demand" }).map(({ provider }) => provider));
    expect(market?.providers).toBeGreaterThan(5);
    expect(market?.providers).toBeLessThanOrEqual(providers.size);
    const old = offers.map((offer) => ({ ...offer, asOf: "2020-01-01" }));
    const dated = marketPrices([...old, ...offers], { term: "on-demand" });
    expect(dated).toEqual(market);
    const value = (of: "low" | "middle" | "high") => market?.[of].perAcceleratorHour.value ?? Number.NaN;
    expect(value("low")).toBeLessThan(value("middle"));
    expect(value("middle")).toBeLessThan(value("high"));
    expect(marketPrices([], { term: "on-demand" })).toBeUndefined();
  });

  it("have the price that a plan starts from in the middle", () => {
    for (const id of ["nvidia-h100-sxm-80gb", "nvidia-h200-sxm-141gb", "amd-mi300x"]) {
      const { market, ...price } = defaultPrice(id) ?? {};
      const found = marketPrices(pricesOf(id), { term: "on-demand", area: "US" });
      expect(found?.middle).toEqual(price);
      expect(found?.providers).toBe(market?.providers);
    }
  });

  it("say what a term takes off, where both are offered", () => {
    const off = listedDiscount(offers, { term: "reserved-3y" }) ?? Number.NaN;
    const three =
      marketPrices(offers, { term: "reserved-3y" })?.middle.perAcceleratorHour.value ?? Number.NaN;
    const demand = marketPrices(offers, { term: "on-demand" })?.middle.perAcceleratorHour.value ?? Number.NaN;
    expect(off).toBeCloseTo(1 - three / demand, 12);
    expect(listedDiscount([], { term: "spot" })).toBeUndefined();
  });

  it("of several options are said to be unlike where terms or places differ, or one is typed", () => {
    const us = { term: "on-demand", area: "US" } as const;
    const eu = { ...us, area: "EU" };
    expect(unlikeMarkets([us, us])).toEqual([]);
    expect(unlikeMarkets([us, { ...us, area: "global" }])).toEqual([]);
    expect(unlikeMarkets([us, eu])).toEqual(["where: US, EU"]);
    expect(unlikeMarkets([us, { ...us, term: "spot" }])).toEqual(["how hours are paid for"]);
    expect(unlikeMarkets([us, undefined])).toHaveLength(1);
    expect(unlikeMarkets([undefined, undefined])).toEqual([]);
  });
});

describe("the tables of money", () => {
  const plan = planned();

  it("add the parts of each option's bill up to its month", () => {
    const table = billTable(plan);
    const [rented, owned, missing] = table.rows;
    for (const row of [rented, owned]) {
      const parts = table.columns.slice(1, -1).map(({ id }) => cellValue(row?.[id]));
      const sum = parts.reduce<number>((total, each) => total + (typeof each === "number" ? each : 0), 0);
      expect(sum / Number(cellValue(row?.monthlyCost))).toBeCloseTo(1, 9);
    }
    expect(cellValue(rented?.monthlyOnDemand)).not.toBeNull();
    expect(cellValue(rented?.monthlyDepreciation)).toBeNull();
    expect(cellValue(owned?.monthlyOnDemand)).toBeNull();
    expect(cellValue(missing?.monthlyCost)).toBeNull();
    const stated = billTable(
      planned({ options: [{ accelerator: H100, tp: 2, pricePerHour: 2, hardware: "owned" }] }),
    );
    expect(stated.columns.map(({ id }) => id)).toEqual([
      "option",
      "monthlyStated",
      "monthlyOwnElectricity",
      "monthlyCost",
    ]);
  });

  it("have a cell for every column and can be taken away as CSV", () => {
    const demand = baseDemand(plan, 0);
    const options = optionMonths(plan, demand?.requests ?? 0);
    const [first, second] = options;
    if (!first?.ok || !second?.ok) throw new Error("no projection");
    const tables = [billTable(plan), tokenTable(plan, LOOKUP), totalsTable(options, 1e6), monthsTable(first)];
    for (const table of tables) {
      expectHeadersToHold(table);
      for (const row of table.rows)
        expect(Object.keys(row).sort()).toEqual(table.columns.map(({ id }) => id).sort());
      expect(toCsv(table).split("\r\n")).toHaveLength(table.rows.length + 2);
    }
    expect(monthsTable(first).rows).toHaveLength(36);
    expect(totalsTable(options, undefined).rows[2]).toMatchObject({ totalPaid: null, note: /./ });
    const broken = (budget: number) => {
      const funded = planned({ money: { budget } });
      return cellValue(totalsTable(optionMonths(funded, demand?.requests ?? 0), budget).rows[0]?.broken);
    };
    expect([broken(1), broken(2 * 2 * 730 * 2.5), broken(1e11)]).toEqual(["Month 1", "Month 3", "kept"]);
    const selling = planned({ money: { tokenPrice: 2 } });
    const sold = totalsTable(optionMonths(selling, demand?.requests ?? 0), undefined);
    const [best, , none] = sold.rows;
    expect(Object.keys(best ?? {}).sort()).toEqual(sold.columns.map(({ id }) => id).sort());
    const value = (id: string) => Number(cellValue(best?.[id]));
    expect(value("revenue")).toBeCloseTo(value("margin") + value("totalPaid"), 4);
    expect(none?.margin).toBeNull();
    // What the file says in kWh is the months' energy.
    const [, line = ""] = toCsv(monthsTable(first)).split("\r\n");
    expect(line).toContain(`,${first.projection.monthly("energy", 0) / 3.6e6},`);
  });

  it("say what a user's month and an hour of sound come to, where there are users and sound", () => {
    const cells = (input: Partial<ScenarioInput>) => {
      const found = planned(input);
      const { columns, rows } = tokenTable(found, LOOKUP);
      return { ids: columns.map(({ id }) => id), row: rows[0] ?? {}, figures: found.options[0]?.figures };
    };
    const asked = cells({ traffic: { load: "users", users: 200 } });
    expect(asked.row.userMonth).toBeCloseTo((asked.figures?.monthlyCost ?? 0) / 200, 9);
    expect(asked.ids).not.toContain("soundHour");
    const heard = cells({
      workload: { model: "whisper-large-v3", inputTokens: 4, outputTokens: 100 },
      traffic: { load: "requests", requestsPerDay: 600_000 },
      options: [{ accelerator: "nvidia-a100-sxm-80gb", pricePerHour: 2.7 }],
    });
    expect(heard.ids).not.toContain("userMonth");
    expect(heard.row.soundHour).toBeCloseTo(120 * (heard.figures?.costPerRequest ?? 0), 9);
  });

  it("compare renting with buying from either side, and not without a purchase price", () => {
    const demand = baseDemand(plan, 0)?.requests ?? 0;
    const fromRent = rentOrBuy(plan, 0, LOOKUP, demand);
    const fromOwn = rentOrBuy(plan, 1, LOOKUP, demand);
    expect(fromRent?.month).toBeGreaterThan(1);
    // The owner rents at the catalog's price, the tenant at the typed one.
    expect(fromOwn?.month).not.toBe(fromRent?.month);
    expect(uncounted(planOf(plan.scenario, 0))).toEqual(["server and network", "hosting", "staff", "upkeep"]);
    const counted = planned({ money: { serverShare: 0.3, hosting: 150, staff: 0, upkeep: 0.05 } });
    expect(uncounted(planOf(counted.scenario, 1))).toEqual([]);
    expect(rentOrBuy(counted, 0, LOOKUP, demand)?.saved).toBeLessThan(fromRent?.saved ?? 0);
    const gaudi = planned({ options: [{ accelerator: "intel-gaudi2", tp: 2 }] });
    expect(rentOrBuy(gaudi, 0, LOOKUP, 1000)).toBeUndefined();
    expect(rentOrBuy(plan, 9, LOOKUP, 1000)).toBeUndefined();
  });

  it("say the range of the month, and where it is never reached", () => {
    const said = (purchasePrice: number) => {
      const dear = planned({ money: { purchasePrice } });
      const found = rentOrBuy(dear, 1, LOOKUP, baseDemand(dear, 0)?.requests ?? 0);
      return found ? rentOrBuyText(found, undefined) : "";
    };
    expect(said(20_000)).toMatch(
      /in month \d+ \((80 % range: month \d+ to \d+|the same month over the 80 % range)\);/,
    );
    expect(said(85_000)).toMatch(/range: from month \d+ on; in \d+ % of the cases not within 36 months\)/);
    expect(said(2_000_000)).toContain(
      "not pay for itself within these months (in no case of the ranges: not within 36 months)",
    );
  });
});

it("ticks are round and reach what is drawn", () => {
  expect(linearTicks(0)).toEqual([0, 1]);
  expect(linearTicks(4.2)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(linearTicks(1_234_567)).toEqual([0, 500_000, 1_000_000, 1_500_000]);
  for (const high of [0.003, 1, 9.99, 10, 10.01, 123, 5e9]) {
    const ticks = linearTicks(high);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(high * 0.999999);
    expect(ticks.length).toBeLessThanOrEqual(7);
  }
});
