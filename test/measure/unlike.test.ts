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
