import { describe, expect, it } from "vitest";
import { isRefused, openLoop } from "@/lib/engine";
import { load } from "@/lib/engine/feasibility";
import { burstinessOf, trafficOf } from "@/lib/engine/search/simulator";
import { isRefused as refused } from "@/lib/engine/verdict";
import { type ScenarioInput, scenarioSchema } from "@/lib/scenario";
import { planOf } from "@/lib/scenario/plan";
import { LOOKUP } from "../plans";
import { machineLookup } from "./machine";

/** 10 ms a step whatever is in it, and 1 ms more for each sequence. */
const EVEN = machineLookup({ stack: { hostTime: 0.01 } });
const GROWING = machineLookup({ stack: { hostTime: 0.01, sequenceTime: 0.001 } });

function asked(requestRate: number, option: object = {}, workload: object = {}) {
  const scenario = scenarioSchema.parse({
    workload: { model: "by-hand", inputTokens: 16, outputTokens: 10, ...workload },
    serving: { weights: "bf16", kvCache: "bf16" },
    traffic: { load: "rate", requestRate },
    options: [{ accelerator: "nvidia-h100-sxm-80gb", pricePerHour: 1, ...option }],
  } as ScenarioInput);
  return planOf(scenario, 0);
}
function run(requests: number, plan: ReturnType<typeof asked>, lookup = GROWING) {
  const found = openLoop(plan, lookup, requests);
  if (isRefused(found)) throw new Error(found.message);
  return found;
}

describe("a run whose requests come at a rate", () => {
  it("has each request alone where they come seldom", () => {
    const seldom = run(100, asked(0.01), EVEN);
    expect(seldom.time("tpot", "mean")).toBeCloseTo(0.01, 6);
    expect(seldom.time("tpot", "p99")).toBeCloseTo(0.01, 6);
    const first = seldom.time("ttft", "mean");
    expect(seldom.time("answer", "mean")).toBeCloseTo(first + 9 * 0.01, 6);
    expect(seldom.time("queue", "mean")).toBeCloseTo(0, 2);
  });

  it("writes the tokens of one request in the time that it takes, where there is one", () => {
    // A thousand a second: the first is there after a hundredth of what its answer takes.
    const one = run(1, asked(1000), EVEN);
    expect(one.outputRate * one.time("answer", "mean")).toBeCloseTo(10 / 1.01, 1);
  });

  it.each([{}, { replicas: 3 }, { dp: 2 }, { dp: 2, replicas: 2 }])(
    "writes what is asked for, on %o",
    (option) => {
      // Ten tokens for each of 5 requests a second, less what the ends of a run take.
      const { outputRate } = run(4000, asked(5, option));
      expect(outputRate / 50).toBeGreaterThan(0.93);
      expect(outputRate / 50).toBeLessThan(1.07);
    },
  );

  it("gives each replica its share of the requests, to one request at least", () => {
    // Far more than can be served: the longer the run, the longer the wait.
    const flood = (requests: number, replicas: number, rate = 1e6) =>
      run(requests, asked(rate, { replicas, batch: 1 })).time("ttft", "mean");
    expect(flood(80, 2)).toBeCloseTo(flood(40, 1, 5e5), 9);
    expect(flood(80, 1) / flood(40, 1)).toBeGreaterThan(1.7);
    expect(flood(80, 1) / flood(40, 1)).toBeLessThan(2.2);
    expect(flood(1, 2)).toBeCloseTo(flood(1, 1), 9);
    // And each of its ranks, which take a step together.
    const ranks = (dp: number) => run(80, asked(1e6, { dp, batch: dp })).time("ttft", "mean");
    expect(ranks(1) / ranks(2)).toBeGreaterThan(1.3);
    expect(ranks(1) / ranks(2)).toBeLessThan(2.2);
    // One replica where nobody says how many.
    expect(run(40, asked(1e6, { batch: 1 })).time("ttft", "mean")).toBe(flood(40, 1));
    expect(flood(1200, 1)).toBe(flood(5000, 1));
    expect(flood(600, 1)).toBeLessThan(0.6 * flood(1200, 1));
  });

  it("has no more in flight than a person allows", () => {
    const flood = (option: object) => run(200, asked(1e6, option)).time("tpot", "mean");
    expect(flood({ batch: 1 })).toBeLessThan(0.0125);
    // Two on two ranks are one on each.
    expect(flood({ dp: 2, batch: 2 })).toBeLessThan(0.0155);
    expect(flood({ batch: 9 })).toBeGreaterThan(0.016);
    expect(flood({})).toBeGreaterThan(flood({ batch: 9 }));
  });

  it("is refused where the plan is", () => {
    const large = asked(1, {}, { model: "deepseek-v3" });
    const verdict = openLoop(large, LOOKUP, 10);
    expect(refused(verdict) && verdict.reason).toBe("memory");
    const odd = openLoop(asked(1, { ep: 64, tp: 2 }, { model: "deepseek-v3" }), LOOKUP, 10);
    expect(refused(odd) && odd.reason).toBe("layout");
  });
});

describe("the traffic of a replica", () => {
  const trafficFor = (workload: object, traffic: object = {}, option: object = {}) => {
    const scenario = scenarioSchema.parse({
      workload: { model: "meta-llama-3.1-8b", inputTokens: 800, outputTokens: 300, ...workload },
      traffic: { load: "users", users: 10, ...traffic },
      options: [{ accelerator: "nvidia-h100-sxm-80gb", ...option }],
    } as ScenarioInput);
    const loaded = load(planOf(scenario, 0), LOOKUP);
    if (refused(loaded)) throw new Error(loaded.message);
    return trafficOf(loaded);
  };

  it("has the lengths and spreads that the plan says", () => {
    expect(trafficFor({ inputSpread: 0.5, outputSpread: 0.8 })).toEqual({
      input: { mean: 800, spread: 0.5 },
      output: { mean: 300, spread: 0.8 },
      cached: 0,
    });
    expect(trafficFor({ longestInput: 5000 }).input).toMatchObject({ longest: 5000 });
    expect(trafficFor({ longestOutput: 900 }).output).toMatchObject({ mean: 300, longest: 900 });
    expect(trafficFor({ cachedPrefix: 0.25 }).cached).toBeCloseTo(0.25, 9);
  });

  it("differs by the history that the turns of a conversation carry, all of it from the cache", () => {
    // Turn n holds n − 1 prompts of 800 and answers of 300 before its own: on average two of five.
    const { input, cached } = trafficFor({ inputSpread: 0.5 }, { turns: 5 });
    expect(input.mean).toBeCloseTo(800 + 2 * 1100, 6);
    expect(input.spread).toBeCloseTo(Math.sqrt(400 ** 2 + ((5 ** 2 - 1) / 12) * 1100 ** 2) / 3000, 9);
    expect(cached).toBeCloseTo(2200 / 3000, 6);
  });

  it("tells how many answer for each that processes prompts, where those are apart", () => {
    expect(trafficFor({}, {}, { replicas: 3, prefillReplicas: 2 }).answeringPerPool).toBeCloseTo(1.5, 9);
    expect(trafficFor({}, {}, { replicas: 3 })).not.toHaveProperty("answeringPerPool");
  });
});

describe("the burstiness that one of many sees", () => {
  const asked = scenarioSchema.parse({
    workload: { model: "meta-llama-3.1-8b", inputTokens: 800, outputTokens: 300 },
    traffic: { load: "rate", requestRate: 20, burstiness: 6 },
    options: [{ accelerator: "nvidia-h100-sxm-80gb", dp: 2 }],
  } as ScenarioInput);

  it("is what is left when a stream is split by chance, and asking for it changes nothing else", () => {
    const loaded = load(planOf(asked, 0), LOOKUP);
    if (refused(loaded)) throw new Error(loaded.message);
    const before = trafficOf(loaded);
    // The variance of gaps, 36 in units of their mean squared, is 1 + 35 / n among n.
    for (const replicas of [1, 7, 64, 1])
      expect(burstinessOf(loaded, replicas)).toBeCloseTo(Math.sqrt(1 + 35 / (2 * replicas)), 12);
    expect(trafficOf(loaded)).toEqual(before);
  });
});
