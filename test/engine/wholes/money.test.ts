import { describe, expect, it } from "vitest";
import { figureOf, onMachine } from "./machine";

/**
 * A machine that only computes, at 4 GFLOP/s. A row passes the layer's 2,000,000 weights in 4 MFLOP or 1 ms, and a
 * sampled row the head's 8,000,000 in 16 MFLOP or 4 ms. So a prompt of n tokens takes n + 4 ms, and a decoding
 * sequence 1 + 4 = 5 ms of each step.
 */
const COMPUTE = { compute: 4e9 };
const STATIC = { batching: "static" } as const;

describe("the split of cost between input and output, by hand", () => {
  // A prompt of 16 takes 20 ms, 1.25 ms a token; an answer's token takes 5 ms: four times as much.
  it.each(["continuous", "static"] as const)("a token written costs four tokens read, %s", (batching) => {
    const option = onMachine(COMPUTE, { serving: { batching } });
    const [input, output] = ["costPerInputToken", "costPerOutputToken"].map((id) => figureOf(option, id));
    expect(output).toBeCloseTo(4 * (input as number), 15);
  });

  it("of a static batch of ten", () => {
    const option = onMachine(COMPUTE, { serving: STATIC });
    // Ten prompts of 16: 10 × 20 = 200 ms; a step of ten: 50 ms; the batch is done after 200 + 9 × 50 = 650 ms.
    expect(figureOf(option, "ttft")).toBeCloseTo(0.2, 12);
    expect(figureOf(option, "tpot")).toBeCloseTo(0.05, 12);
    expect(figureOf(option, "requestLatency")).toBeCloseTo(0.65, 12);
    expect(figureOf(option, "requestRate")).toBeCloseTo(10 / 0.65, 9);
    // At $0.001 a second ten requests cost $0.00065, one $0.000065. Its prompt took 20 of 70 ms, its answer 50.
    expect(figureOf(option, "costPerRequest")).toBeCloseTo(0.000065, 12);
    expect(figureOf(option, "costPerInputToken") * 1e6).toBeCloseTo((65 * 20) / 70 / 16, 9);
    expect(figureOf(option, "costPerOutputToken") * 1e6).toBeCloseTo((65 * 50) / 70 / 10, 9);
    expect(figureOf(option, "costPerToken") * 1e6).toBeCloseTo(65 / 26, 9);
    expect(figureOf(option, "costPerGeneratedToken") * 1e6).toBeCloseTo(65 / 10, 9);
  });

  it("with three quarters of the prompt found in the cache", () => {
    // 4 tokens are left to compute: 8 ms, half a millisecond for each of the 16; a token written is ten of those.
    const option = onMachine(COMPUTE, { serving: STATIC, workload: { cachedPrefix: 0.75 } });
    expect(figureOf(option, "ttft")).toBeCloseTo(0.08, 12);
    expect(figureOf(option, "costPerOutputToken")).toBeCloseTo(
      10 * figureOf(option, "costPerInputToken"),
      15,
    );
  });

  it("carried by a quarter of the time", () => {
    const whole = onMachine(COMPUTE, { serving: STATIC });
    const quarter = onMachine(COMPUTE, { serving: STATIC, finance: { utilisation: 0.25 } });
    for (const id of ["costPerInputToken", "costPerOutputToken", "costPerToken", "costPerRequest"])
      expect(figureOf(quarter, id) / figureOf(whole, id), id).toBeCloseTo(4, 12);
    expect(figureOf(quarter, "monthlyRequests") / figureOf(whole, "monthlyRequests")).toBeCloseTo(0.25, 12);
    for (const id of ["costRate", "monthlyCost", "annualCost"])
      expect(figureOf(quarter, id), id).toBe(figureOf(whole, id));
  });
});

describe("what is paid, by hand", () => {
  it("two by two by two accelerators of three replicas and one that processes prompts", () => {
    const layout = { tp: 2, dp: 2, replicas: 3, prefillReplicas: 1 };
    const option = onMachine(COMPUTE, { option: layout });
    expect(figureOf(option, "acceleratorCount")).toBe(2 * 2 * (3 + 1));
    expect(figureOf(option, "costRate")).toBeCloseTo(0.016, 12);
    // 365 days of 86,400 s, a twelfth of them in a month.
    expect(figureOf(option, "annualCost")).toBeCloseTo(0.016 * 31_536_000, 6);
    expect(figureOf(option, "monthlyCost")).toBeCloseTo(0.016 * 2_628_000, 6);
  });
});

describe("energy, by hand", () => {
  // 1 kW of board and half as much of host and network; idle at 10 %, decoding at 60 %, at prompts at 90 %.
  it("of a static batch of ten", () => {
    const option = onMachine(COMPUTE, { serving: STATIC });
    // Of 650 ms, prompts take 200. Ten answers of ten tokens would take 500; 450 are left for them.
    const prompts = 200 / 650;
    const answers = 450 / 650;
    expect(figureOf(option, "prefillBusy")).toBeCloseTo(prompts, 12);
    expect(figureOf(option, "decodeBusy")).toBeCloseTo(answers, 12);
    const watts = 1500 * (0.1 + 0.8 * prompts + 0.5 * answers);
    expect(figureOf(option, "drawnPower")).toBeCloseTo(watts, 9);
    // 650 ms of that for 260 tokens, 100 of them written.
    expect(figureOf(option, "energyPerToken")).toBeCloseTo((watts * 0.65) / 260, 9);
    expect(figureOf(option, "energyPerOutputToken")).toBeCloseTo((watts * 0.65) / 100, 9);
  });

  it("of a machine that has time left", () => {
    // A host that takes 100 ms a step and nothing else: one request, 100 ms for its prompt and 900 for the nine
    // tokens after it. Efforts are those: 100 of 1,000 ms at prompts, and 10 × 100 over what is left.
    const option = onMachine({ stack: { hostTime: 0.1 } }, { serving: STATIC, workload: { batch: 1 } });
    expect(figureOf(option, "drawnPower")).toBeCloseTo(1500 * (0.1 + 0.8 * 0.1 + 0.5 * 0.9), 9);
  });
});
