import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimate } from "@/lib/engine";
import { scenarioSchema } from "@/lib/scenario";
import { figure, LOOKUP, optionOf, plans, running } from "./plans";

const alone = {
  replicas: 1,
  weights: "fp8",
  kvCache: "bf16",
  engine: "vllm",
  inputTokens: 10,
  outputTokens: 10,
  batch: 1,
  utilisation: 1,
} as const;

describe("the operations of a token", () => {
  it("of Mixtral alone are two for each weight it passes, though its kernels execute nine times that", () => {
    const option = optionOf({
      ...alone,
      model: "mixtral-8x7b-v0.1",
      accelerator: "nvidia-h200-sxm-141gb",
      tp: 1,
    });
    // 12.9 billion active weights less the table of embeddings, and ten tokens of attention.
    expect(figure(option, "usefulFlopsPerToken") / (2 * 12.75e9)).toBeCloseTo(1, 2);
    expect(figure(option, "executedFlopsPerToken")).toBeGreaterThan(
      5 * figure(option, "usefulFlopsPerToken"),
    );
  });

  it("that are useful are never more than those executed, and the same however the plan is divided", () => {
    fc.assert(
      fc.property(plans, (knobs) => {
        const option = running(knobs);
        const useful = figure(option, "usefulFlopsPerToken");
        expect(useful).toBeLessThanOrEqual(figure(option, "executedFlopsPerToken") * (1 + 1e-12));
        const whole = optionOf({ ...knobs, tp: 8, accelerator: "nvidia-b200-sxm" });
        fc.pre(whole.verdict.feasible);
        // Copies of shared key-value heads and whole routers on every rank are work that division adds.
        expect(useful / figure(whole, "usefulFlopsPerToken")).toBeGreaterThan(0.5);
        expect(useful / figure(whole, "usefulFlopsPerToken")).toBeLessThan(1.5);
      }),
      { numRuns: 60 },
    );
  });
});

describe("machines that wait", () => {
  it("draw their idle power, which the tokens that are served carry", () => {
    const knobs = {
      ...alone,
      model: "meta-llama-3.1-8b",
      accelerator: "nvidia-h100-sxm-80gb",
      tp: 1,
      batch: 16,
    };
    const busy = optionOf(knobs);
    const half = optionOf({ ...knobs, utilisation: 0.5 });
    const idle = figure(half, "idlePower");
    const drawn = figure(busy, "drawnPower");
    expect(figure(half, "drawnPower")).toBe(drawn);
    const rate = figure(busy, "inputRate") + figure(busy, "outputRate");
    expect(figure(half, "energyPerToken")).toBeCloseTo((0.5 * drawn + 0.5 * idle) / (0.5 * rate), 9);
    expect(figure(busy, "energyPerToken")).toBeCloseTo(drawn / rate, 9);
    expect(LOOKUP.calibration("global")?.constants.idleShare).toBeGreaterThan(0);
  });
});

describe("adapters beside the model", () => {
  const served = (model: string, serving: object, batch = 64, tp = 1) => {
    const scenario = scenarioSchema.parse({
      workload: { model, batch },
      serving: { weights: "bf16", ...serving },
      options: [{ accelerator: "nvidia-h200-sxm-141gb", tp }],
    });
    return estimate(scenario, LOOKUP).options[0]?.figures as Record<string, number>;
  };
  const NAMES = ["meta-llama-3.1-8b", "qwen3-30b-a3b", "deepseek-v2-lite", "gemma-3-27b-it"];

  it.each(NAMES)(
    "%s: more of them, or wider ones, are slower and take more room, up to one a request",
    (model) => {
      const counts = [1, 4, 16, 64].map((adapters) => served(model, { adapters }));
      const ranks = [8, 16, 64].map((adapterRank) => served(model, { adapters: 16, adapterRank }));
      const none = served(model, {});
      for (const rising of [
        [none, ...counts],
        [none, ...ranks],
      ])
        for (const id of ["tpot", "ttft", "weightBytes"]) {
          const values = rising.map((figures) => figures[id] as number);
          expect(values, id).toEqual(values.toSorted((a, b) => a - b));
          expect(new Set(values).size, id).toBe(values.length);
        }
    },
  );

  it("cost a step of Llama 2 7B about the 2 ms that Punica states, at most", () => {
    const slower = served("llama-2-7b-hf", { adapters: 32 }, 32).tpot ?? 0;
    const added = slower - (served("llama-2-7b-hf", {}, 32).tpot ?? 0);
    expect(added).toBeGreaterThan(0.0008);
    expect(added).toBeLessThan(0.003);
  });

  it("divide their wide sides over tensor-parallel ranks, and keep their narrow ones on each", () => {
    const [one = 0, two = 0, none = 0, half = 0] = [
      served("meta-llama-3.1-8b", { adapters: 8 }),
      served("meta-llama-3.1-8b", { adapters: 8 }, 64, 2),
      served("meta-llama-3.1-8b", {}),
      served("meta-llama-3.1-8b", {}, 64, 2),
    ].map(({ weightBytes }) => weightBytes);
    expect((two - half) / (one - none)).toBeGreaterThan(0.5);
    expect((two - half) / (one - none)).toBeLessThan(1);
  });
});
