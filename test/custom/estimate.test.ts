import { expect, it } from "vitest";
import * as catalog from "@/lib/catalog";
import { estimate, type Lookup } from "@/lib/engine";
import { parseScenario, type Scenario, withCustom } from "@/lib/scenario";

const lookup: Lookup = {
  catalogVersion: catalog.catalogVersion(),
  model: catalog.model,
  accelerator: catalog.accelerator,
  format: catalog.format,
  calibration: catalog.calibration,
  price: catalog.defaultPrice,
  place: catalog.place,
};
const known = catalog.model("meta-llama-3.1-8b");
const chip = {
  name: "Mine",
  architecture: "hopper",
  memory: "80 GB",
  memoryBandwidth: "3.35 TB/s",
  bf16: "989 TFLOP/s",
  fp8: "1979 TFLOP/s",
  power: "700 W",
  pricePerHour: "$2/h",
};

function plan(accelerator: object): Scenario {
  const reading = parseScenario({
    workload: { model: "custom-mine" },
    options: [{ accelerator: "custom-chip" }],
    custom: {
      models: { "custom-mine": { ...known, id: "custom-mine" } },
      accelerators: { "custom-chip": { ...chip, ...accelerator } },
    },
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.scenario;
}

function tokensPerSecond(accelerator: object): number {
  const scenario = plan(accelerator);
  const [option] = estimate(scenario, withCustom(lookup, scenario)).options;
  expect(option?.verdict).toEqual({ feasible: true });
  return option?.figures.outputRate ?? Number.NaN;
}

it("plans a model and an accelerator that only the plan itself knows", () => {
  expect(tokensPerSecond({})).toBeGreaterThan(100);
  expect(tokensPerSecond({ memoryBandwidth: "6.7 TB/s" })).toBeGreaterThan(tokensPerSecond({}));
});

it("reckons with the price that the accelerator brings", () => {
  const cost = (pricePerHour: string) => {
    const scenario = plan({ pricePerHour });
    return estimate(scenario, withCustom(lookup, scenario)).options[0]?.figures.costPerToken ?? Number.NaN;
  };
  expect(cost("$4/h")).toBeCloseTo(2 * cost("$2/h"), 12);
  expect(cost("$2/h")).toBeGreaterThan(0);
});
