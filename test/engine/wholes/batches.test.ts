import { describe, expect, it } from "vitest";
import { solveFigures } from "@/lib/engine";
import { scenarioSchema } from "@/lib/scenario";
import { figureOf, machineLookup, onMachine } from "./machine";

/** A machine that only schedules: 10 ms a step, and 1 ms for each sequence that gets a token in it. */
const SCHEDULE = { stack: { hostTime: 0.01, sequenceTime: 0.001 } };
/**
 * The same with room for four requests: 4,000 bytes for each of 256 + 10 / 2 tokens on average and half a block of 16
 * are 1,076,000 bytes. Weights: 2,000,000 of the layer, 4,000,000 of attention, 8,000,000 of the head, twice;
 * activations of a step of 256 tokens: 256 × (4 + 2) × 1,000 × 2 bytes, and 1,024 rows of 8,000 logits in 4 bytes.
 */
const WEIGHTS = 28_000_000;
const ACTIVATIONS = 3_072_000 + 32_768_000;
const FOUR = { ...SCHEDULE, memory: (WEIGHTS + ACTIVATIONS + 4.5 * 1_076_000) / 0.9 };
const CACHED = { model: "cached-by-hand", inputTokens: 256 } as const;
const SMALL_STEPS = { chunkTokens: 256 } as const;

describe("memory, by hand", () => {
  it("holds four requests where it has room for four and a half", () => {
    const option = onMachine(FOUR, { workload: CACHED, serving: SMALL_STEPS });
    expect(figureOf(option, "weightBytes")).toBe(WEIGHTS);
    expect(figureOf(option, "activationBytes")).toBe(ACTIVATIONS);
    expect(figureOf(option, "kvBytesPerSequence")).toBe(1_076_000);
    expect(figureOf(option, "batchCapacity")).toBe(4);
  });

  it("lends the runtime what the fraction leaves, and no more", () => {
    // 90 % of 100 MB; the runtime's 15 MB take the other 10 and 5 of the 90.
    const roomy = { memory: 100e6, global: { runtimeBytes: 15e6 } };
    const option = onMachine(roomy, { workload: CACHED, serving: SMALL_STEPS });
    expect(figureOf(option, "kvBudget")).toBeCloseTo(90e6 - 5e6 - WEIGHTS - ACTIVATIONS, 3);
    const less = onMachine(
      { ...roomy, global: { runtimeBytes: 8e6 } },
      { workload: CACHED, serving: SMALL_STEPS },
    );
    expect(figureOf(less, "kvBudget")).toBeCloseTo(90e6 - WEIGHTS - ACTIVATIONS, 3);
  });
});

describe("batches one after the other, by hand", () => {
  it("static: eight requests in batches of four make two waves", () => {
    const serving = { ...SMALL_STEPS, batching: "static" } as const;
    const option = onMachine(FOUR, { workload: { ...CACHED, batch: 8 }, serving });
    // A step of prompts carries one prompt of 256 tokens, which ends in it: four of them are 4 steps of 11 ms. A decode
    // step takes 10 + 4 ms. A batch takes 4 × 11 + 9 × 14 = 170 ms, two of them 340.
    expect(figureOf(option, "ttft")).toBeCloseTo(0.044, 12);
    expect(figureOf(option, "tpot")).toBeCloseTo(0.014, 12);
    expect(figureOf(option, "requestLatency")).toBeCloseTo(0.34, 12);
    expect(figureOf(option, "requestRate")).toBeCloseTo(8 / 0.34, 9);
    expect(option.binding).toBe("capacity");
  });

  it("dynamic: a window of 200 ms is waited for half of it, once a wave", () => {
    const serving = { ...SMALL_STEPS, batching: "dynamic", batchWindow: 0.2 } as const;
    const option = onMachine(FOUR, { workload: { ...CACHED, batch: 8 }, serving });
    expect(figureOf(option, "ttft")).toBeCloseTo(0.144, 12);
    expect(figureOf(option, "requestLatency")).toBeCloseTo(0.54, 12);
  });

  it("static: fewer than fit are one wave", () => {
    const serving = { ...SMALL_STEPS, batching: "static" } as const;
    const option = onMachine(FOUR, { workload: { ...CACHED, batch: 2 }, serving });
    // 2 × (10 + 1) + 9 × (10 + 2) = 130 ms.
    expect(figureOf(option, "requestLatency")).toBeCloseTo(0.13, 12);
    expect(figureOf(option, "requestRate")).toBeCloseTo(2 / 0.13, 9);
  });
});

describe("an offline run, by hand", () => {
  /** A replica that scheduling alone occupies: prompts ride on the steps, for a millisecond each. */
  const offline = (requests?: number) => {
    const scenario = scenarioSchema.parse({
      workload: { ...CACHED, outputTokens: 10 },
      serving: { ...SMALL_STEPS, weights: "bf16", kvCache: "bf16", batching: "offline", memoryFraction: 0.9 },
      options: [{ accelerator: "nvidia-h100-sxm-80gb", replicas: 2 }],
    });
    const { figures } = solveFigures(scenario, 0, machineLookup(FOUR), requests);
    if (!figures) throw new Error("expected a plan that runs");
    return figures;
  };
  // Of the ten steps of an answer each of four sequences puts a prompt into one: one prompt a step at the most, so four
  // of ten steps carry one and take 15 ms, six take 14: 144 ms.
  const ANSWER = 4 * 0.015 + 6 * 0.014;

  it("without end keeps four sequences of each replica decoding", () => {
    expect(offline()("tpot")).toBeCloseTo(ANSWER / 10, 12);
    expect(offline()("requestRate")).toBeCloseTo((2 * 4) / ANSWER, 9);
  });

  it("of sixteen requests is four waves, and fills and drains for three eighths of one", () => {
    expect(offline(16)("offlineWaves")).toBeCloseTo(4, 12);
    expect(offline(16)("requestRate")).toBeCloseTo(((2 * 4) / ANSWER) * (4 / 4.375), 9);
  });
});

describe("prompts on replicas of their own, by hand", () => {
  const pools = (prefillReplicas: number, replicas: number, network = 16e6) =>
    onMachine(
      { ...SCHEDULE, network },
      {
        workload: { ...CACHED, batch: 5 },
        serving: { chunkTokens: 800 },
        option: { prefillReplicas, replicas },
      },
    );

  it("prompts that are mostly on their way are processed one by one", () => {
    const option = pools(2, 3);
    // Cache: 256 × 4,000 bytes at 16 MB/s = 64 ms. A prompt alone takes 11 ms, so that of the few at a pool, 11 of 75
    // are processed: less than one at a time.
    expect(figureOf(option, "transferTime")).toBeCloseTo(0.064, 12);
    expect(figureOf(option, "promptRate")).toBeCloseTo(2 / 0.011, 9);
    // A step of decoding takes 10 + B ms, the first token 11 + 64 + 10 + B = 85 + B. By Little's law
    // B = 5 × 10 (10 + B) / (85 + B + 9 (10 + B)), so 10 B² + 125 B = 500 and B = 3.18729.
    expect(figureOf(option, "tpot")).toBeCloseTo(0.01318729, 6);
    expect(figureOf(option, "ttft")).toBeCloseTo(0.08818729, 6);
  });

  it("prompts share a step with those that come during it", () => {
    const option = pools(1, 6, 16e8);
    // The cache takes 0.64 ms. Of five requests B decode, and 5 - B at each of six replicas are 6 (5 - B) at the one, k
    // of which are in a step of 10 + k ms while the others' caches travel: k (10.64 + k) = 6 (5 - B) (10 + k).
    const batch = 4.59192;
    const prompts = 2.32762;
    expect((prompts * (10.64 + prompts)) / (6 * (5 - batch) * (10 + prompts))).toBeCloseTo(1, 4);
    // The first token takes 10 + k + 0.64 + 10 + B ms, and B = 5 × 10 (10 + B) / (20.64 + k + B + 9 (10 + B)).
    expect((batch * (110.64 + prompts + 10 * batch)) / (50 * (10 + batch))).toBeCloseTo(1, 4);
    expect(figureOf(option, "promptRate")).toBeCloseTo(prompts / (0.01 + prompts / 1000), 1);
    expect(figureOf(option, "tpot")).toBeCloseTo(0.01 + batch / 1000, 6);
    expect(figureOf(option, "ttft")).toBeCloseTo((20.64 + prompts + batch) / 1000, 6);
  });

  it("run at nine tenths of the slower pool", () => {
    // One replica for prompts, 3.125 in every step, 238 a second, keeps a hundred that answer waiting.
    expect(figureOf(pools(1, 100), "requestRate")).toBeCloseTo((0.9 * 3.125) / 0.013125, 9);
    // One that answers, and a prompt alone at each of four: B = 3.18729 as above; five requests every
    // 88.18729 + 9 × 13.18729 ms.
    expect(figureOf(pools(4, 1), "requestRate")).toBeCloseTo((0.9 * 5) / 0.2068729, 3);
  });
});
