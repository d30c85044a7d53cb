import { describe, expect, it } from "vitest";
import { isRefused, sized, solveFigures } from "@/lib/engine";
import { lambdaOrder, lambdaScale } from "@/lib/engine/formulas/longest";
import { drawLengths, type Lengths } from "@/lib/engine/simulate/draw";
import { Random } from "@/lib/engine/simulate/random";
import { type Scenario, scenarioSchema } from "@/lib/scenario";
import { planOf } from "@/lib/scenario/plan";
import { LOOKUP } from "./plans";

const plan = (batching: "static" | "continuous", batch: number, outputSpread: number): Scenario =>
  scenarioSchema.parse({
    workload: { model: "llama-3.1-8b-instruct", inputTokens: 500, outputTokens: 400, batch, outputSpread },
    serving: { weights: "bf16", batching },
    options: [{ accelerator: "nvidia-h200-sxm-141gb" }],
  });

function figures(scenario: Scenario) {
  const found = solveFigures(scenario, 0, LOOKUP).figures;
  if (!found) throw new Error("expected a plan that runs");
  return found;
}

it("the distribution that stands for the normal one has its variance and its kurtosis", () => {
  const [order, scale] = [lambdaOrder.constant, lambdaScale.constant] as [number, number];
  const draws = 200_000;
  let [second, fourth] = [0, 0];
  for (let draw = 0; draw < draws; draw++) {
    const share = (draw + 0.5) / draws;
    const value = (share ** order - (1 - share) ** order) / scale;
    second += value ** 2 / draws;
    fourth += value ** 4 / draws;
  }
  expect(second).toBeCloseTo(1, 2);
  expect(fourth / second ** 2).toBeCloseTo(3, 2);
});

describe("a batch that runs to its end", () => {
  it.each([
    [2, 0.3],
    [2, 1],
    [8, 0.7],
    [32, 0.3],
    [32, 1],
    [128, 1.5],
  ])("of %i answers waits for the longest of them, spread %f, as drawn lengths have it", (batch, spread) => {
    const rounds = 4000;
    const lengths: Lengths = { mean: 400, spread };
    const drawn = drawLengths(new Random(7), batch * rounds, lengths);
    let sum = 0;
    for (let round = 0; round < rounds; round++)
      sum += Math.max(...drawn.subarray(round * batch, (round + 1) * batch));
    const longest = figures(plan("static", batch, spread))("longestAnswer");
    expect(Math.abs(longest / (sum / rounds) - 1)).toBeLessThan(0.06);
  });

  it("serves the fewer the further lengths lie apart, and all the same where one answer is alone", () => {
    const rates = [0, 0.5, 1, 2].map((spread) => figures(plan("static", 32, spread))("requestRate"));
    expect(rates).toEqual([...rates].sort((a, b) => b - a));
    expect(rates[3]).toBeLessThan(0.5 * (rates[0] as number));
    const alone = [0, 2].map((spread) => figures(plan("static", 1, spread))("requestRate"));
    expect(alone[0]).toBe(alone[1]);
  });

  it("is what it was without a spread, and continuous batching keeps no places", () => {
    for (const id of ["requestRate", "costPerOutputToken", "requestLatency"] as const) {
      const [even, apart] = [0, 2].map((spread) => figures(plan("continuous", 32, spread))(id));
      expect(even, id).toBe(apart);
    }
    expect(figures(plan("static", 32, 0))("servedAnswer")).toBe(400);
  });
});

describe("a limit of answers", () => {
  const limited = (batching: "static" | "continuous", longestOutput?: number): Scenario => {
    const { workload, ...scenario } = plan(batching, 32, 1.5);
    return { ...scenario, workload: { ...workload, ...(longestOutput ? { longestOutput } : {}) } };
  };

  it("ends a batch that runs to its longest answer sooner, and asks for less memory of contiguous caches", () => {
    const [none, wide, tight] = [undefined, 1500, 600].map((limit) => figures(limited("static", limit)));
    const rates = [none, wide, tight].map((found) => found?.("outputRate") ?? 0);
    expect(rates).toEqual(rates.toSorted((a, b) => a - b));
    expect(new Set(rates).size).toBe(3);
    const reserved = [undefined, 600].map((limit) => {
      const scenario = limited("continuous", limit);
      return figures({ ...scenario, serving: { ...scenario.serving, cachePaging: "contiguous" } });
    });
    expect(reserved[1]?.("batchCapacity")).toBeGreaterThan(1.5 * (reserved[0]?.("batchCapacity") ?? 0));
  });

  it("steadies the slow tail of answers, and leaves their mean", () => {
    const times = [undefined, 800].map((limit) => {
      const scenario = limited("continuous", limit);
      const asked = {
        ...scenario,
        traffic: { ...scenario.traffic, load: "rate" as const, requestRate: 4 },
      };
      const found = sized(planOf(asked, 0), LOOKUP);
      if (isRefused(found) || !found.percentiles) throw new Error("expected a plan that runs");
      return found.percentiles.answer;
    });
    const [free, limit] = times;
    expect(limit?.p95.value).toBeLessThan(0.8 * (free?.p95.value ?? 0));
    expect(limit?.mean.value).toBeCloseTo(free?.mean.value ?? 0, 0);
  });
});
