import { describe, expect, it } from "vitest";
import { METRICS, type Metric } from "@/lib/accuracy/measurement";
import { FAMILIES } from "@/lib/view/accuracy/families";
import { METRIC_KINDS, METRIC_TEXT, metricValue } from "@/lib/view/accuracy/metrics";
import { nearestAnswer } from "@/lib/view/accuracy/nearest-answer";
import { engineName, errorOf, pointOf, setupOf } from "@/lib/view/accuracy/point";
import { pointTable } from "@/lib/view/accuracy/point-table";
import { row } from "../../accuracy/rows";
import { point } from "./points";

it("names every family of accelerators by its makers", () => {
  expect(Object.fromEntries(Object.entries(FAMILIES).map(([id, { label }]) => [id, label]))).toEqual({
    hopper: "NVIDIA Hopper",
    blackwell: "NVIDIA Blackwell and Rubin",
    ampere: "NVIDIA Ampere and older",
    ada: "NVIDIA Ada",
    amd: "AMD",
    gaudi: "Intel Gaudi and Xe",
    neuron: "AWS Neuron",
    tpu: "TPU, Ascend, Maia, LPU and wafer",
    host: "CPU and Apple",
  });
});

describe("a metric", () => {
  it.each<[Metric, string, string, string]>([
    ["tpot_ms", "TPOT", "12.3 ms", "TPOT"],
    ["ttft_ms", "TTFT", "12.3 ms", "TTFT"],
    ["output_tokens_per_s_total", "Output throughput", "12.3 tok/s", "Throughput"],
    ["output_tokens_per_s_per_gpu", "Output throughput per accelerator", "12.3 tok/s", "Throughput"],
    ["total_tokens_per_s", "Input and output throughput", "12.3 tok/s", "Throughput"],
    ["e2e_latency_s", "Request latency", "12.3 s", "Request latency"],
    ["decode_tokens_per_s_single_stream", "Single-stream decode", "12.3 tok/s", "Single-stream decode"],
    ["prefill_tokens_per_s", "Prefill", "12.3 tok/s", "Prefill"],
  ])("%s has a name, a unit, and a mark with a key", (metric, label, value, mark) => {
    expect(METRIC_TEXT[metric].label).toBe(label);
    expect(metricValue(metric, 12.345)).toBe(value);
    expect(METRIC_KINDS.find(({ kind }) => kind === METRIC_TEXT[metric].kind)?.label).toBe(mark);
  });

  it("has words whichever it is, and the key has no mark that none has", () => {
    expect(Object.keys(METRIC_TEXT).sort()).toEqual([...METRICS].sort());
    const used = new Set(Object.values(METRIC_TEXT).map(({ kind }) => kind));
    expect(METRIC_KINDS.map(({ kind }) => kind).sort()).toEqual([...used].sort());
  });
});

describe("a measurement in words", () => {
  it("counts the accelerators of its layout where it does not say how many there were", () => {
    const layout = { num_accelerators: "", tp: "4", pp: "2", dp: "3" };
    expect(setupOf(row(layout))).toContain("24 × TP 4 PP 2 DP 3");
    expect(setupOf(row({ ...layout, pp: "", dp: "" }))).toContain(", 4 × TP 4, ");
    expect(setupOf(row({ ...layout, tp: "1", pp: "1", dp: "1" }))).toContain("fp8, 1 ×, ");
  });

  it("leaves out lengths and loads that it does not state", () => {
    const bare = { num_accelerators: "1", tp: "1", pp: "1", dp: "1", isl: "", osl: "", concurrency: " " };
    expect(setupOf(row(bare))).toBe("fp8, 1 ×");
    expect(setupOf(row({ ...bare, mode: "static_batch" }))).toBe("fp8, 1 ×, static batch");
    expect(setupOf(row({ ...bare, mode: "single_stream" }))).toBe("fp8, 1 ×, single stream");
  });

  it("calls engines as the planner does, and as the table does those it does not know", () => {
    expect(["vllm", "neuron", "gaudi", "llama.cpp", "mystery"].map(engineName)).toEqual([
      "vLLM",
      "Neuron",
      "Optimum Habana (Gaudi)",
      "llama.cpp",
      "mystery",
    ]);
  });

  it("is a point with its answer, and how far that is off", () => {
    const measured = row({ value: "20", source: "a table, row 7" });
    const found = pointOf(measured, 25, { name: "AMD MI300X", architecture: "cdna3" }, "Llama");
    expect(found).toEqual({
      id: measured.id,
      metric: measured.metric,
      family: "amd",
      accelerator: "AMD MI300X",
      engine: engineName(measured.engine),
      model: "Llama",
      setup: setupOf(measured),
      measured: 20,
      predicted: 25,
      source: "a table, row 7",
    });
    expect(errorOf(found)).toBeCloseTo(0.25, 12);
    const [line] = pointTable([found]).rows;
    expect(line).toMatchObject({ ...found, unit: METRIC_TEXT[measured.metric].unit });
    expect(line?.error).toBeCloseTo(25, 9);
  });

  it("nearest to a plan is answered with what ran and how it differs", () => {
    const near = row({ value: "20" });
    const found = { measured: 20, predicted: 25, distance: 0.4, reach: "near", words: "8 instead of 4" };
    expect(nearestAnswer({ row: near, ...found } as Parameters<typeof nearestAnswer>[0])).toEqual({
      ...found,
      id: near.id,
      metric: near.metric,
      split: near.split,
      accelerator: near.accelerator,
      model: near.model,
      engine: engineName(near.engine),
      setup: setupOf(near),
      source: near.source,
    });
  });
});

it("a share of a point's error is that of its metric's own unit", () => {
  expect(pointTable([point({ measured: 8, predicted: 10 })]).rows[0]?.error).toBeCloseTo(25, 9);
});
