import { expect, it } from "vitest";
import { estimate } from "@/lib/engine";
import { parseScenario } from "@/lib/scenario";
import { LOOKUP } from "../plans";

function figuresOf(finance: Record<string, unknown>) {
  const reading = parseScenario({
    workload: { model: "meta-llama-3.1-70b" },
    options: [{ accelerator: "nvidia-h100-sxm-80gb", tp: 2, pricePerHour: 1 }],
    finance,
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  const figures = estimate(reading.scenario, LOOKUP).options[0]?.figures ?? {};
  return (id: keyof typeof figures) => figures[id] ?? Number.NaN;
}

const HOURS = 730;
const local = { electricityPrice: 0.2, pue: 1.25, carbonIntensity: 400 };

it("hardware of one's own pays its electricity on top, hours that are rented do not", () => {
  for (const utilisation of [1, 0.5]) {
    const rented = figuresOf({ ...local, utilisation });
    const owned = figuresOf({ ...local, utilisation, hardware: "owned" });
    expect(rented("monthlyCost")).toBeCloseTo(2 * HOURS, 6);
    // Mean watts × 1.25 of the building, in kWh at 20 cents.
    const kwh = (owned("meanPower") / 1000) * 1.25 * HOURS;
    expect(owned("monthlyCost")).toBeCloseTo(2 * HOURS + kwh * 0.2, 6);
    expect(owned("monthlyElectricity")).toBeCloseTo(kwh * 0.2, 6);
    expect(owned("monthlyEmissions")).toBeCloseTo(kwh * 0.4, 6);
    // What tokens cost is what the month costs.
    const tokens = owned("monthlyInputTokens") + owned("monthlyOutputTokens");
    expect(owned("costPerToken") * tokens).toBeCloseTo(owned("monthlyCost"), 6);
    expect(owned("costPerToken") - rented("costPerToken")).toBeCloseTo(owned("electricityPerToken"), 18);
    expect(owned("emissionsPerToken") * tokens).toBeCloseTo(owned("monthlyEmissions"), 6);
  }
});

it("owned hardware whose draw nobody states has no cost, rented has", () => {
  const unknown = {
    ...LOOKUP,
    accelerator: (id: string) => {
      const record = LOOKUP.accelerator(id);
      if (!record) return undefined;
      const { power: _power, ...rest } = record;
      return rest;
    },
  };
  for (const [hardware, known] of [
    ["rented", true],
    ["owned", false],
  ] as const) {
    const reading = parseScenario({
      workload: { model: "meta-llama-3.1-70b" },
      options: [{ accelerator: "nvidia-h100-sxm-80gb", tp: 2, pricePerHour: 1 }],
      finance: { hardware },
    });
    if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
    const figures = estimate(reading.scenario, unknown).options[0]?.figures;
    expect(figures?.costPerToken !== undefined, hardware).toBe(known);
    expect(figures?.energyPerToken, hardware).toBeUndefined();
  }
});

function planned(accelerator: string, finance: object, option: object, money: object = {}) {
  const reading = parseScenario({
    workload: { model: "meta-llama-3.1-70b" },
    options: [{ accelerator, tp: 2, ...option }],
    finance,
    money,
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  const found = estimate(reading.scenario, LOOKUP).options[0];
  if (!found) throw new Error("no option");
  return found;
}

it("an owned hour is unknown until its owner says it or what buying costs, and never a rented one's", () => {
  const chip = "intel-gaudi2";
  expect(planned(chip, {}, {}).figures.costPerToken).toBeGreaterThan(0);
  for (const owned of [planned(chip, { hardware: "owned" }, {}), planned(chip, {}, { hardware: "owned" })]) {
    expect(owned.origin.price).toEqual({ kind: "unknown" });
    expect(owned.figures.costPerToken).toBeUndefined();
    expect(owned.figures.monthlyCost).toBeUndefined();
    expect(owned.figures.monthlyElectricity).toBeGreaterThan(0);
  }
  expect(planned(chip, { hardware: "owned" }, { pricePerHour: 1 }).figures.costPerToken).toBeGreaterThan(0);
  const bought = planned(chip, { hardware: "owned" }, {}, { purchasePrice: 10_000 });
  expect(bought.origin.price).toEqual({ kind: "purchase" });
  expect(bought.figures.costPerToken).toBeGreaterThan(0);
});

it("a month of owned hardware is a textbook's loan, and its parts are the bill", () => {
  // PMT(6 %/12; 48; -30,000; 3,000) of a spreadsheet: the payment on 30,000 with 3,000 left after four years.
  const { figures } = planned(
    "nvidia-h100-sxm-80gb",
    { hardware: "owned", electricityPrice: 0.1, pue: 1.2 },
    {},
    { purchasePrice: 30_000, interest: 0.06, life: 4, residual: 0.1, upkeep: 0.05, hosting: 150, staff: 20 },
  );
  const i = 0.005;
  const payment = ((30_000 - 3000 / (1 + i) ** 48) * i) / (1 - (1 + i) ** -48);
  expect(payment).toBeCloseTo(649.0959, 3);
  const of = (id: keyof typeof figures) => figures[id] ?? Number.NaN;
  expect(of("monthlyDepreciation") + of("monthlyInterestCost")).toBeCloseTo(2 * payment, 6);
  expect(of("monthlyDepreciation")).toBeCloseTo((2 * 27_000) / 48, 6);
  expect(of("monthlyUpkeep")).toBeCloseTo((2 * 30_000 * 0.05) / 12, 6);
  expect(of("monthlyStaff")).toBeCloseTo(40, 6);
  const parts = [
    "monthlyDepreciation",
    "monthlyInterestCost",
    "monthlyUpkeep",
    "monthlyHosting",
    "monthlyStaff",
    "monthlyOwnElectricity",
  ] as const;
  expect(parts.reduce((sum, id) => sum + of(id), 0)).toBeCloseTo(of("monthlyCost"), 4);
  expect(figures.monthlyOnDemand).toBeUndefined();
});

it("rented hours on mixed terms are the bill, and the split of the bill between tokens changes no total", () => {
  const terms = {
    discount: 0.1,
    committedShare: 0.5,
    committedDiscount: 0.4,
    spotShare: 0.3,
    spotDiscount: 0.6,
    interruptions: 2,
    restartTime: 600,
  };
  for (const costRule of ["time", "ratio", "operations"] as const) {
    const { figures } = planned(
      "nvidia-h100-sxm-80gb",
      {},
      { pricePerHour: 2, cachedPrefix: 0.4 },
      { ...terms, costRule, outputRatio: 5, cachedRatio: 0.1 },
    );
    const of = (id: keyof typeof figures) => figures[id] ?? Number.NaN;
    const hour = 2 * 0.9 * (0.5 * 0.6 + 0.3 * 0.4 * (1 + 1200 / 86_400) + 0.2);
    expect(of("monthlyCost")).toBeCloseTo(2 * 730 * hour, 6);
    expect(of("monthlyCommitted") + of("monthlySpot") + of("monthlyOnDemand")).toBeCloseTo(
      of("monthlyCost"),
      6,
    );
    const input = 0.6 * of("costPerNewToken") + 0.4 * of("costPerCachedToken");
    expect(input / of("costPerInputToken")).toBeCloseTo(1, 12);
    const bill = of("monthlyInputTokens") * input + of("monthlyOutputTokens") * of("costPerOutputToken");
    expect(bill).toBeCloseTo(of("monthlyCost"), 6);
    expect(of("costPerCachedToken") / of("costPerNewToken")).toBeCloseTo(0.1, 12);
    if (costRule === "ratio") expect(of("costPerOutputToken") / of("costPerInputToken")).toBeCloseTo(5, 12);
    if (costRule === "operations")
      expect(of("costPerOutputToken") / of("costPerInputToken")).toBeCloseTo(
        of("usefulFlopsPerToken") / of("promptFlopsPerToken"),
        12,
      );
    expect(figures.monthlyDepreciation).toBeUndefined();
  }
});
