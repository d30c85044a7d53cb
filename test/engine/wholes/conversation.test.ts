import { expect, it } from "vitest";
import { estimate } from "@/lib/engine";
import { parseScenario } from "@/lib/scenario";
import { LOOKUP } from "../plans";

it("a conversation costs its turns, and a word what three quarters of a token carry of the bill", () => {
  const of = (traffic: object) => {
    const reading = parseScenario({
      workload: { model: "meta-llama-3.1-70b" },
      options: [{ accelerator: "nvidia-h100-sxm-80gb", tp: 2, pricePerHour: 2 }],
      traffic,
    });
    if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
    return estimate(reading.scenario, LOOKUP).options[0]?.figures ?? {};
  };
  const one = of({});
  expect((one.costPerConversation ?? 0) / (one.costPerRequest ?? 1)).toBeCloseTo(1, 12);
  const four = of({ load: "rate", requestRate: 1, turns: 4 });
  expect((four.costPerConversation ?? 0) / (four.costPerRequest ?? 1)).toBeCloseTo(4, 12);
  // All that a month costs on all its words.
  const words = (one.monthlyOutputTokens ?? 0) * 0.75;
  expect((one.costPerWord ?? 0) * words).toBeCloseTo(one.monthlyCost ?? Number.NaN, 6);
});
