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

it("an owned hour costs what its owner says, never what others ask for a rented one with its electricity", () => {
  const costOf = (finance: object, option: object) => {
    const reading = parseScenario({
      workload: { model: "meta-llama-3.1-70b" },
      options: [{ accelerator: "nvidia-h100-sxm-80gb", tp: 2, ...option }],
      finance,
    });
    if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
    return estimate(reading.scenario, LOOKUP).options[0];
  };
  expect(costOf({}, {})?.figures.costPerToken).toBeGreaterThan(0);
  for (const owned of [costOf({ hardware: "owned" }, {}), costOf({}, { hardware: "owned" })]) {
    expect(owned?.origin.price).toEqual({ kind: "unknown" });
    expect(owned?.figures.costPerToken).toBeUndefined();
    expect(owned?.figures.monthlyCost).toBeUndefined();
    expect(owned?.figures.monthlyElectricity).toBeGreaterThan(0);
  }
  expect(costOf({ hardware: "owned" }, { pricePerHour: 1 })?.figures.costPerToken).toBeGreaterThan(0);
});
