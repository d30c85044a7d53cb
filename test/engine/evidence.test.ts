import { describe, expect, it } from "vitest";
import { EVIDENCE, evidenceOf } from "@/lib/engine";
import { modelFamily } from "@/lib/engine/family";
import { LOOKUP, optionOf } from "./plans";

const measured = LOOKUP.calibration("uncertainty")?.measured ?? [];
const constants = LOOKUP.calibration("uncertainty")?.constants ?? {};
const model = (id: string) => {
  const found = LOOKUP.model(id);
  if (!found) throw new Error(`the catalog has no model ${id}`);
  return found;
};

describe("how near measurements come", () => {
  const table = [
    { accelerator: "here", models: ["llama-2-7b-hf"], families: ["llama 2"] },
    { accelerator: "there", models: ["qwen3-32b"], families: ["qwen3"] },
  ];
  const near = (accelerator: string, id: string) => evidenceOf({ id: accelerator }, model(id), table);

  it("is the very model on the very accelerator, then its family, then the accelerator alone", () => {
    expect(near("here", "llama-2-7b-hf")).toBe("measured");
    expect(near("here", "llama-2-70b-hf")).toBe("family");
    expect(near("here", "qwen3-32b")).toBe("family");
    expect(near("here", "gemma-3-27b-it")).toBe("chip");
    expect(near("elsewhere", "llama-2-7b-hf")).toBe("architecture");
  });

  it("tells the generations of Llama apart", () => {
    expect(modelFamily(model("meta-llama-3.1-8b"))).not.toBe(modelFamily(model("llama-2-7b-hf")));
    expect(near("here", "meta-llama-3.1-8b")).toBe("chip");
  });
});

describe("the record of what was measured", () => {
  it("names accelerators and models of the catalog, and of each model its family", () => {
    expect(measured.length).toBeGreaterThan(10);
    for (const { accelerator, models, families } of measured) {
      expect(LOOKUP.accelerator(accelerator), accelerator).toBeDefined();
      expect([...new Set(models.map((id) => modelFamily(model(id))))].sort()).toEqual(families);
    }
  });

  it("has a spread for each figure, whatever was measured", () => {
    for (const served of ["dense", "mixture", "other"])
      for (const figure of ["Tpot", "Ttft", "Rate"])
        for (const evidence of EVIDENCE) {
          const name = `${served}${figure}${evidence.charAt(0).toUpperCase()}${evidence.slice(1)}`;
          expect(constants[name], name).toBeGreaterThan(0);
        }
  });

  it("is said beside the number", () => {
    const said = (id: string) =>
      optionOf({
        model: id,
        accelerator: "nvidia-h200-sxm-141gb",
        tp: 1,
        replicas: 1,
        weights: "fp8",
        kvCache: "fp8",
        engine: "vllm",
        inputTokens: 1000,
        outputTokens: 200,
        batch: 8,
        utilisation: 1,
      }).ranges.tpot?.basis;
    expect(said("meta-llama-3.1-8b")).toMatch(/^÷ or × \d\.\d\d: dense models on NVIDIA .* measured/);
    expect(said("c4ai-command-r-v01")).toContain("never measured");
  });
});
