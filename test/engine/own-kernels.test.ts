import { describe, expect, it } from "vitest";
import { explain, isRefused } from "@/lib/engine";
import type { Deployment } from "@/lib/engine/deployment";
import { resolve } from "@/lib/engine/resolve";
import { parseScenario, type Scenario, type ScenarioInput } from "@/lib/scenario";
import { planOf } from "@/lib/scenario/plan";
import { wholeLookup } from "@/scripts/catalog-lookup";

const asked = (accelerator: string, option: object = {}, serving: object = {}): Scenario => {
  const reading = parseScenario({
    workload: { model: "meta-llama-3-8b", inputTokens: 1, outputTokens: 512, batch: 1 },
    serving: { engine: "llama-cpp", weights: "gguf-q4_k_m", batching: "static", ...serving },
    options: [{ accelerator, ...option }],
  } as ScenarioInput);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.scenario;
};
const deploy = (...scenario: Parameters<typeof asked>): Deployment => {
  const deployment = resolve(planOf(asked(...scenario), 0), wholeLookup);
  if (isRefused(deployment)) throw new Error(deployment.message);
  return deployment;
};
const streamed = ({ kernels, bandwidth }: Deployment) => kernels.ffn.stream.value * bandwidth.value;
const constantOf = (record: string, name: string) => {
  const value = wholeLookup.calibration(record)?.constants[name];
  if (value === undefined) throw new Error(`${record} has no ${name}`);
  return value;
};

describe("llama.cpp's products of a matrix and one vector", () => {
  it("stream so many bytes per clock of the A100's 108 multiprocessors at 1.41 GHz, whatever its HBM could give", () => {
    const perClock = constantOf("llama-cpp", "bytesPerClock");
    for (const chip of ["nvidia-a100-pcie-80gb", "nvidia-a100-sxm-80gb"])
      expect(streamed(deploy(chip)) / (108 * 1.41e9 * perClock)).toBeCloseTo(1, 2);
  });

  it("fill the GDDR memory of an RTX 4090 as weights of 16 bits do: none are expanded", () => {
    const chip = "nvidia-rtx-4090";
    const sixteen = streamed(deploy(chip, {}, { engine: "vllm", weights: "fp16" }));
    for (const weights of ["fp16", "gguf-q4_0", "gguf-q4_k_m", "gguf-q8_0"])
      expect(streamed(deploy(chip, {}, { weights }))).toBe(sixteen);
    expect(streamed(deploy(chip, {}, { engine: "vllm" }))).toBeLessThan(sixteen);
  });

  it("expand weights with Metal, whose products are of floats", () => {
    const found = deploy("apple-m1-max");
    expect(found.kernels.ffn.stream.value).toBeCloseTo(
      found.constants.streamEfficiency.value * found.global.expandStream.value,
      9,
    );
  });

  it("get through so many weights per clock of a CPU's core, until the memory is full", () => {
    const perClock = constantOf("llama-cpp-cpu", "weightsPerClock");
    const four = streamed(deploy("aws-graviton4", { threads: 4 }));
    expect(four / (4 * 2.8e9 * perClock * (4.83 / 8))).toBeCloseTo(1, 2);
    expect(streamed(deploy("aws-graviton4", { threads: 8 })) / four).toBeCloseTo(2, 6);
    const all = deploy("aws-graviton4");
    const most = all.constants.streamEfficiency.value * all.global.expandStream.value * 537.6e9;
    expect(streamed(all) / most).toBeCloseTo(1, 9);
  });
});

describe("what the stack's record changes", () => {
  it("is the rate of 16-bit sums where the chip has one", () => {
    expect(deploy("nvidia-rtx-4090").kernels.plain.rate).toBe(330.3e12);
    expect(deploy("nvidia-rtx-4090", {}, { engine: "vllm" }).kernels.plain.rate).toBe(165.15e12);
    expect(deploy("nvidia-rtx-6000-ada").kernels.plain.rate).toBe(364.2e12);
  });

  it("adds host time for each stage after the first", () => {
    // A step pays half the host time per stage, or all of it when there is one.
    const paid = (pp: number) =>
      (deploy("nvidia-rtx-4090", { pp }).stack.hostTime.value * pp) / (pp > 1 ? 2 : 1);
    const stage = constantOf("llama-cpp", "stageTime");
    expect(paid(2) - paid(1)).toBeCloseTo(stage, 9);
    expect(paid(8) - paid(4)).toBeCloseTo(4 * stage, 9);
  });

  it("lets each thread of a CPU lengthen a layer", () => {
    const layer = (threads: number) => deploy("aws-graviton4", { threads }).stack.layerTime.value;
    expect(layer(16) - layer(4)).toBeCloseTo(12 * constantOf("llama-cpp-cpu", "threadTime"), 12);
  });

  it("is a record for CPUs, whoever made them", () => {
    expect(deploy("amd-epyc-genoa").stackId).toBe("llama-cpp-cpu");
    expect(deploy("amd-rx-7900-xtx").stackId).toBe("llama-cpp");
    expect(deploy("apple-m2-ultra").stackId).toBe("llama-cpp-apple");
    expect(deploy("amd-epyc-genoa", {}, { engine: "vllm", weights: "bf16" }).stackId).toBe("vllm");
  });

  it("is named as the origin of an efficiency that it limits", () => {
    const recordOf = (accelerator: string) => {
      const path = "memoryEfficiency#0";
      return explain(asked(accelerator), wholeLookup, 0, path)?.origin.record;
    };
    expect(recordOf("nvidia-a100-sxm-80gb")).toBe("calibration/llama-cpp");
    expect(recordOf("nvidia-rtx-4090")).toBe("calibration/ada");
  });
});
