import { describe, expect, it } from "vitest";
import { accelerators, models } from "@/lib/catalog";
import { isKnown, unlikePlan } from "@/lib/measure/unlike";
import type { OwnMeasurement } from "@/lib/scenario";
import { RUN } from "../measured-run";

const model = { id: "meta-llama-3.1-70b", name: "Llama 3.1 70B", huggingFace: "meta-llama/Llama-3.1-70B" };
const accelerator = { name: "NVIDIA H100 SXM 80 GB" };
const result = { tool: "x", mode: "server", measured: [], remarks: [] } as const;
const unlike = (names: object) => unlikePlan({ ...result, ...names }, { model, accelerator });

describe("what a file names beside the plan", () => {
  it.each([
    "meta-llama/Llama-3.1-70B-Instruct",
    "nvidia/Llama-3.1-70B-Instruct-FP8",
    "/models/llama-3.1-70b",
    "Meta-Llama-3.1-70B",
    "llama3.1-70b",
  ])("is the same model where it is called %s", (name) => {
    expect(unlike({ model: name })).toEqual([]);
  });

  it.each([
    "meta-llama/Llama-3.1-8B-Instruct",
    "meta-llama/Llama-3-70B",
    "Qwen/Qwen3-8B",
    "llama",
    "models/8B/ggml-model-q4_k_m.gguf",
  ])("has to be said where it is called %s", (name) =>
    expect(unlike({ model: name })).toEqual([`It names the model ${name}, the plan has Llama 3.1 70B.`]),
  );

  it("is compared by what tells accelerators apart", () => {
    expect(unlike({ accelerator: "NVIDIA H100 80GB HBM3" })).toEqual([]);
    expect(unlike({ accelerator: "NVIDIA GeForce RTX 4090" })).toHaveLength(1);
    expect(unlike({})).toEqual([]);
  });

  it.each([
    ["NVIDIA L4", "NVIDIA L40S"],
    ["NVIDIA A10", "NVIDIA A100-SXM4-80GB"],
    ["NVIDIA H20", "NVIDIA H200 SXM 141GB"],
    ["NVIDIA B200", "NVIDIA GB200 NVL72"],
    ["NVIDIA H200 SXM 141GB", "NVIDIA GH200 480GB"],
    ["Apple M1 Max", "NVIDIA H200 SXM 141GB"],
    ["Intel Gaudi 3", "Intel Gaudi 2"],
  ])("tells %s from %s, and back", (one, other) => {
    const between = (plan: string, file: string) =>
      unlikePlan({ ...result, accelerator: file }, { model, accelerator: { name: plan } });
    expect(between(one, other)).toHaveLength(1);
    expect(between(other, one)).toHaveLength(1);
    expect(between(one, one.replaceAll(" ", "-"))).toEqual([]);
  });

  it("tells a model from smaller ones that were taught by it", () => {
    const taught = { id: "deepseek-r1", name: "DeepSeek R1", huggingFace: "deepseek-ai/DeepSeek-R1" };
    const beside = (name: string) => unlikePlan({ ...result, model: name }, { model: taught, accelerator });
    expect(beside("deepseek-ai/DeepSeek-R1-0528")).toEqual([]);
    expect(beside("deepseek-ai/DeepSeek-R1-Distill-Llama-70B")).toHaveLength(1);
  });

  it("is itself for every record of the catalog", () => {
    for (const each of models())
      expect(
        unlikePlan({ ...result, model: each.huggingFace ?? each.id }, { model: each, accelerator }),
      ).toEqual([]);
    for (const each of accelerators())
      expect(unlikePlan({ ...result, accelerator: each.name }, { model, accelerator: each })).toEqual([]);
  });
});

const run = { ...RUN, on: true, tp: 1, pp: 1, dp: 1, ep: 1, measured: { tpot_ms: 9 } } as OwnMeasurement;

it("knows a run that is brought again, whatever its file is called", () => {
  expect(isKnown({ ...run, on: false, file: "copy.json" }, [run])).toBe(true);
  expect(isKnown({ ...run, concurrency: 7 }, [run])).toBe(false);
});
