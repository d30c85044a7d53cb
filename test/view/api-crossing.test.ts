import { expect, it } from "vitest";
import { answer } from "@/lib/engine";
import { parseScenario } from "@/lib/scenario";
import { apiCrossings, crossingText } from "@/lib/view/money/api-crossing";
import { LOOKUP } from "../engine/plans";

it("hosting pays from the volume on at which a replica's month is what the API takes", () => {
  const api = (price: number) => ({
    model: "meta-llama-3.1-70b",
    provider: "One",
    name: "m",
    input: price,
    output: price,
    asOf: "2026-11",
  });
  const reading = parseScenario({
    workload: { model: "meta-llama-3.1-70b" },
    traffic: { load: "tokens", tokensPerDay: 5e9 },
    options: [{ accelerator: "nvidia-h100-sxm-80gb", tp: 2, pricePerHour: 2 }],
    apis: [api(2), api(0.0001)],
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  const plan = answer(reading.scenario, LOOKUP, { simulate: false });
  const [dear, cheap] = apiCrossings(plan);
  // Two accelerators at $2 an hour for 730 h, over $2 for a million tokens.
  expect(dear?.tokens).toBeCloseTo((2 * 2 * 730) / 2e-6, -3);
  expect(cheap?.tokens).toBeUndefined();
  expect(dear && crossingText(dear)).toContain("1.46 Gtok a month");
  expect(cheap && crossingText(cheap)).toContain("at every volume");
});
