import { describe, expect, it } from "vitest";
import { source } from "@/lib/catalog";
import type { Accelerator } from "@/lib/catalog/schema";
import { estimate, type OptionEstimate, quantities } from "@/lib/engine";
import { scenarioSchema } from "@/lib/scenario";
import { readBounds, readGolden, readQuantity } from "./golden";
import { figure, LOOKUP } from "./plans";

const golden = readGolden();

/** The option of a scenario that has one. */
function only(scenario: unknown): OptionEstimate {
  const [option, ...rest] = estimate(scenarioSchema.parse(scenario), LOOKUP).options;
  if (!option || rest.length > 0) throw new Error("a golden case has one option");
  return option;
}

/** Seconds that the bytes of a decode step take at the datasheet's bandwidth. */
function floorOf({ operators, accelerator }: OptionEstimate): number {
  const streamed = operators.filter(({ frame, part }) => frame === "decode" && part !== "communication");
  const bytes = streamed.reduce((sum, each) => sum + each.bytes, 0);
  return bytes / (LOOKUP.accelerator(accelerator.id) as Accelerator).memoryBandwidth.value;
}

/** What two ways of adding the same numbers up may differ by. */
const ROUNDING = 1e-12;

function expectWithin(value: number, said: string, unit: string): void {
  const [low, high] = readBounds(said, unit);
  expect(value).toBeGreaterThanOrEqual(low * (1 - ROUNDING));
  expect(value).toBeLessThanOrEqual(high * (1 + ROUNDING));
}

describe("golden cases", () => {
  it.each(golden.case)("$name", ({ scenario, figures, operators, feasible, says, floor, source: id }) => {
    expect(source(id), `the catalog has no source "${id}"`).toBeDefined();
    const option = only(scenario);
    if (feasible !== undefined) expect(option.verdict.feasible).toBe(feasible);
    for (const [name, said] of Object.entries(figures))
      expectWithin(figure(option, name), said, quantities.get(name)?.unit ?? "");
    for (const pattern of says)
      expect(option.verdict).toHaveProperty("message", expect.stringMatching(pattern));
    for (const { label, frame, count, bytes, flops } of operators) {
      const found = option.operators.find(
        (each) => each.label === label && each.frame === frame && each.count === count,
      );
      if (!found) throw new Error(`no ${label} runs ${count} times in the ${frame} step`);
      if (bytes) expectWithin(found.bytes, bytes, "B");
      if (flops) expectWithin(found.flops, flops, "FLOP");
    }
    if (floor === undefined) return;
    expectWithin(floorOf(option), floor, "s");
    expect(figure(option, "tpot")).toBeGreaterThan(floorOf(option));
  });
});

describe("a year's cost", () => {
  it.each(golden.year)("$name", ({ tokensPerDay, costPerToken, annualCost, ...plan }) => {
    const scenario = (utilisation: number, pricePerHour: number) => ({
      workload: { model: plan.model },
      options: [{ accelerator: plan.accelerator, replicas: plan.replicas, pricePerHour }],
      finance: { utilisation },
    });
    // Tokens follow the utilisation and cost the price, so that one look at each finds the plan.
    const year = 365 * readQuantity(tokensPerDay, "tok");
    const share = year / figure(only(scenario(1, 1)), "annualTokens");
    const wanted = readQuantity(costPerToken, "USD/tok");
    const price = wanted / figure(only(scenario(share, 1)), "costPerToken");
    const found = only(scenario(share, price));
    expect(figure(found, "annualTokens") / year).toBeCloseTo(1, 9);
    expect(figure(found, "costPerToken") / wanted).toBeCloseTo(1, 9);
    expect(figure(found, "annualCost") / readQuantity(annualCost, "USD")).toBeCloseTo(1, 9);
  });
});
