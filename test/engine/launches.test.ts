import { describe, expect, it } from "vitest";
import { accelerators, models } from "@/lib/catalog";
import type { Accelerator, LayerGroup } from "@/lib/catalog/schema";
import { isRefused, type Lookup } from "@/lib/engine";
import type { GlobalConstants } from "@/lib/engine/constants";
import type { Deployment, KnownCalibration } from "@/lib/engine/deployment";
import { dataShare } from "@/lib/engine/inline-codes";
import { extraKernels } from "@/lib/engine/layers/launches";
import { takenFrom } from "@/lib/engine/made";
import { resolve } from "@/lib/engine/resolve";
import { operatorRows } from "@/lib/engine/rows";
import { scenarioSchema } from "@/lib/scenario";
import { planOf } from "@/lib/scenario/plan";
import { LOOKUP } from "./plans";

function deploy(model: string, accelerator: string, lookup: Lookup = LOOKUP): Deployment {
  const scenario = scenarioSchema.parse({
    workload: { model, inputTokens: 100, outputTokens: 100, batch: 1 },
    serving: { engine: "vllm", weights: "bf16", kvCache: "bf16" },
    options: [{ accelerator }],
  });
  const deployment = resolve(planOf(scenario, 0), lookup);
  if (isRefused(deployment)) throw new Error(deployment.message);
  return deployment;
}

describe("the kernels of a layer beyond a plain one's", () => {
  const global = takenFrom<GlobalConstants>(LOOKUP.calibration("global") as KnownCalibration);
  const plain: LayerGroup["mixer"] = { kind: "gqa", heads: 8, kvHeads: 2, headDim: 64 };

  it("are the norms of queries and keys, and the gate on what attention gives", () => {
    expect(extraKernels(plain, global)).toBeUndefined();
    expect(extraKernels({ ...plain, qkNorm: "per-head" }, global)?.value).toBe(2);
    expect(extraKernels({ ...plain, qkNorm: "full", outputGate: "full" }, global)?.value).toBe(3);
  });

  it("take their time once for each layer, and as much less as the chip's small kernels do", () => {
    const seconds = (deployment: Deployment) => {
      const row = operatorRows(deployment).find(({ label }) => label === "Small kernels");
      const value = (id: string) => row?.values.find(([input]) => input.id === id)?.[1] ?? 0;
      return value("rowCount") * value("fixedLatency");
    };
    const constant = (record: string, name: string) => LOOKUP.calibration(record)?.constants[name] as number;
    const share = constant("blackwell", "launchShare");
    const kernelTime = constant("global", "kernelTime");
    expect(seconds(deploy("qwen3-30b-a3b", "nvidia-h200-sxm-141gb"))).toBeCloseTo(48 * 2 * kernelTime, 12);
    expect(seconds(deploy("qwen3-30b-a3b", "nvidia-b200-sxm"))).toBeCloseTo(48 * 2 * kernelTime * share, 12);
    expect(seconds(deploy("meta-llama-3.1-8b", "nvidia-b200-sxm"))).toBe(0);
  });

  it("are counted for every model of the catalog that norms its queries", () => {
    const mixers = models().flatMap(({ layers }) => layers.map(({ mixer }) => mixer));
    const normed = mixers.filter((mixer) => mixer.kind === "gqa" && mixer.qkNorm);
    expect(normed.length).toBeGreaterThan(20);
    for (const mixer of normed) expect(extraKernels(mixer, global)?.value).toBeGreaterThanOrEqual(2);
  });
});

describe("codes among the data", () => {
  const LAWS = takenFrom<GlobalConstants>(LOOKUP.calibration("global") as KnownCalibration);

  it("take a sixteenth of GDDR6 where the driver reports so much less, and nothing of other memory", () => {
    for (const chip of accelerators()) {
      const { memory, memoryReported, memoryType = "" } = chip;
      const share = dataShare(chip, LAWS)?.value ?? 1;
      if (!/^GDDR6/.test(memoryType) || !memoryReported) expect(share, chip.id).toBe(1);
      else expect(memoryReported.value / (memory.value * 1.073741824), chip.id).toBeCloseTo(share, 2);
    }
  });

  it("slow both streams of an L40S by a sixteenth, and none of a card that keeps them off", () => {
    const chip = (id: string) => LOOKUP.accelerator(id) as Accelerator;
    const ada = (name: string) => LOOKUP.calibration("ada")?.constants[name] as number;
    const { constants } = deploy("llama-2-7b-hf", "nvidia-l40s");
    expect(constants.streamEfficiency.value / ada("streamEfficiency")).toBeCloseTo(15 / 16, 12);
    expect(constants.cacheEfficiency.value / ada("cacheEfficiency")).toBeCloseTo(15 / 16, 12);
    expect(deploy("llama-2-7b-hf", "nvidia-rtx-4090").constants.streamEfficiency.value).toBe(
      ada("streamEfficiency"),
    );
    expect(dataShare(chip("nvidia-rtx-a6000"), LAWS)).toBeUndefined();
    expect(dataShare(chip("nvidia-rtx-pro-6000-blackwell"), LAWS)).toBeUndefined();
  });
});
