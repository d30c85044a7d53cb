import { describe, expect, it } from "vitest";
import type { Model } from "@/lib/catalog/schema";
import { figure, type Knobs, LOOKUP, optionOf, withModel } from "./plans";

const knobs: Knobs = {
  model: "meta-llama-3.1-8b",
  accelerator: "nvidia-h100-sxm-80gb",
  tp: 1,
  replicas: 1,
  weights: "bf16",
  kvCache: "bf16",
  engine: "vllm",
  inputTokens: 1000,
  outputTokens: 500,
  batch: 1,
  utilisation: 1,
};

const kvHeads = (count: (heads: number) => number) =>
  withModel((model) => ({
    ...model,
    layers: model.layers.map((group) => {
      const { mixer } = group;
      return mixer.kind === "gqa" ? { ...group, mixer: { ...mixer, kvHeads: count(mixer.heads) } } : group;
    }),
  }));

describe("the KV cache per accelerator", () => {
  const perToken = (model: string, tp: number) =>
    figure(optionOf({ ...knobs, model, tp }), "kvBytesPerToken");

  it.each(["meta-llama-3.1-8b", "meta-llama-3.1-70b", "mixtral-8x7b-v0.1"])(
    "of %s halves with every doubling of ranks, until each holds one of its 8 heads",
    (model) => {
      for (const tp of [2, 4, 8]) expect(perToken(model, tp)).toBe(perToken(model, tp / 2) / 2);
      for (const tp of [16, 32]) expect(perToken(model, tp)).toBe(perToken(model, 8));
    },
  );

  it("of latent attention is whole on every rank", () => {
    for (const tp of [2, 4, 8, 16]) expect(perToken("deepseek-v3", tp)).toBe(perToken("deepseek-v3", 1));
  });

  it("halves in 8 bits", () => {
    const eight = optionOf({ ...knobs, kvCache: "fp8" });
    expect(figure(eight, "kvBytesPerToken")).toBe(perToken(knobs.model, 1) / 2);
  });
});

describe("as many key-value heads as heads", () => {
  it("are multi-head attention: every attention operator is that of an equally wide model", () => {
    // Both have 32 layers of width 4096 and 32 heads of 128; one shares its key-value heads, the other never did.
    const attention = (option: ReturnType<typeof optionOf>) =>
      option.operators.filter(({ label }) => label.startsWith("Attention")).map(({ id: _, ...rest }) => rest);
    const widened = optionOf(
      knobs,
      kvHeads((heads) => heads),
    );
    const born = optionOf({ ...knobs, model: "llama-2-7b-hf" });
    expect(attention(widened).length).toBeGreaterThanOrEqual(8);
    expect(attention(widened)).toEqual(attention(born));
    expect(figure(widened, "kvBytesPerToken")).toBe(figure(born, "kvBytesPerToken"));
  });

  it("hold two vectors per head and layer", () => {
    const { layers } = LOOKUP.model("llama-2-7b-hf") as Model;
    const [group] = layers;
    if (group?.mixer.kind !== "gqa") throw new Error("expected attention with key-value heads");
    const vectors = 2 * group.count * group.mixer.heads * group.mixer.headDim;
    expect(figure(optionOf({ ...knobs, model: "llama-2-7b-hf" }), "kvBytesPerToken")).toBe(vectors * 2);
  });
});

describe("the longest context", () => {
  const long = (model: string, inputTokens: number) =>
    optionOf({ ...knobs, model, inputTokens, outputTokens: 1, accelerator: "nvidia-h200-sxm-141gb", tp: 2 });

  it.each(["llama-2-7b-hf", "gemma-3-27b-it", "deepseek-v2-lite", "qwen3-next-80b-a3b-instruct"])(
    "of %s starts, and one per cent more does not, whatever its windows and states hold",
    (model) => {
      const most = figure(long(model, 1000), "contextCapacity");
      expect(long(model, Math.floor(most) - 1).verdict.feasible).toBe(true);
      expect(long(model, Math.ceil(most * 1.01)).verdict.feasible).toBe(false);
    },
  );

  it("is unknown where every layer has a window, so that memory sets no limit", () => {
    const { verdict, figures } = long("mistral-7b-v0.1", 20_000);
    expect(verdict.feasible).toBe(true);
    expect(figures).not.toHaveProperty("contextCapacity");
  });
});
