import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { MOST_BYTES, readResult } from "@/lib/measure/read-result";
import type { Result } from "@/lib/measure/result";

const textOf = (name: string) => readFileSync(`test/measure/files/${name}`, "utf8");
const read = (name: string) => readResult(name, textOf(name));
const values = ({ measured }: Result) =>
  Object.fromEntries(measured.map(({ metric, value }) => [metric, value]));

describe("a result file", () => {
  it("of vLLM bench says its load, its mean lengths and its times", () => {
    const [run, ...more] = read("vllm-bench.json") as [Result];
    expect(more).toEqual([]);
    expect(run).toMatchObject({
      tool: "vLLM bench",
      model: "meta-llama/Llama-3.1-70B-Instruct",
      concurrency: 64,
      inputTokens: 1000,
      outputTokens: 500,
      mode: "server",
      remarks: [],
    });
    expect(run).not.toHaveProperty("requestRate");
    expect(values(run)).toEqual({ tpot_ms: 30.25, ttft_ms: 412.5, output_tokens_per_s_total: 2000 });
  });

  it("of an open loop says its rate, and how many requests did not complete", () => {
    const [run] = read("vllm-rate.json") as [Result];
    expect(run).toMatchObject({
      requestRate: 4,
      inputTokens: 200,
      outputTokens: 100,
      remarks: ["5 of 200 requests did not complete"],
    });
    expect(run).not.toHaveProperty("concurrency");
    expect(values(run).e2e_latency_s).toBe(1);
  });

  it("of SGLang has a run a line", () => {
    const runs = read("sglang.jsonl");
    expect(
      runs.map(({ tool, concurrency, inputTokens, outputTokens }) => ({
        tool,
        concurrency,
        inputTokens,
        outputTokens,
      })),
    ).toEqual([
      { tool: "SGLang bench_serving", concurrency: 16, inputTokens: 1024, outputTokens: 256 },
      { tool: "SGLang bench_serving", concurrency: 32, inputTokens: 1024, outputTokens: 256 },
    ]);
    expect(values(runs[1] as Result)).toEqual({
      tpot_ms: 14,
      ttft_ms: 320,
      output_tokens_per_s_total: 2048,
      e2e_latency_s: 3.9,
    });
  });

  it("of GuideLLM gives the gap between tokens, not its time per output token, which counts the first one's wait", () => {
    const [closed, open] = read("guidellm.json") as [Result, Result];
    expect(values(closed)).toEqual({
      tpot_ms: 27.25,
      ttft_ms: 120.5,
      output_tokens_per_s_total: 283.5,
      e2e_latency_s: 3.5812,
    });
    expect(closed).toMatchObject({
      concurrency: 8,
      inputTokens: 512,
      outputTokens: 128,
      remarks: ["2 of 58 requests did not complete"],
    });
    expect(open.requestRate).toBe(2.5);
  });

  it("of AIPerf and genai-perf is read as JSON and as a table, thousands commas and all", () => {
    const [json] = read("aiperf.json") as [Result];
    expect(json).toMatchObject({
      version: "0.10.0",
      model: "Qwen/Qwen3-0.6B",
      concurrency: 2,
      inputTokens: 256,
      outputTokens: 64,
    });
    expect(values(json)).toEqual({
      tpot_ms: 35.2,
      ttft_ms: 195.84,
      output_tokens_per_s_total: 52.69,
      e2e_latency_s: 2.4135,
    });
    const [table] = read("genai-perf.csv") as [Result];
    expect(values(table)).toEqual({
      tpot_ms: 10.2,
      ttft_ms: 46.25,
      output_tokens_per_s_total: 94.5,
      e2e_latency_s: 1.3505,
    });
    expect(table).toMatchObject({ inputTokens: 549.66, outputTokens: 128.9 });
    expect(table).not.toHaveProperty("concurrency");
  });

  it("of trtllm-bench says what it ran", () => {
    const [run] = read("trtllm-bench.json") as [Result];
    expect(run).toMatchObject({
      version: "1.2",
      weights: "FP8",
      kvCache: "FP8",
      tp: 1,
      mode: "offline",
      inputTokens: 128,
      outputTokens: 128,
    });
    expect(run).not.toHaveProperty("ep");
    expect(values(run)).toEqual({ output_tokens_per_s_total: 25600 });
  });

  it("of llama-bench is read as JSON, CSV and Markdown, a rate of prompts apart from one of answers", () => {
    const [prompt, answer] = read("llama-bench.json") as [Result, Result];
    expect(values(prompt)).toEqual({ prefill_tokens_per_s: 12480.5 });
    expect(prompt).toMatchObject({
      version: "b6123",
      weights: "Q4_K - Medium",
      kvCache: "f16",
      inputTokens: 512,
      outputTokens: 0,
      accelerator: "NVIDIA GeForce RTX 4090",
    });
    expect(values(answer)).toEqual({ decode_tokens_per_s_single_stream: 128.25 });
    expect(answer).toMatchObject({ inputTokens: 4096, outputTokens: 128 });
    expect(values(read("llama-bench.csv")[0] as Result)).toEqual({
      decode_tokens_per_s_single_stream: 140.5,
    });
    const [first, second, mixed] = read("llama-bench.md") as [Result, Result, Result];
    expect([values(first), values(second)]).toEqual([values(prompt), values(answer)]);
    expect(second.inputTokens).toBe(4096);
    expect(mixed.measured).toEqual([]);
    expect(mixed.remarks[0]).toContain("512 + 128");
  });

  it("of MLPerf turns nanoseconds into milliseconds", () => {
    const [run] = read("mlperf_log_summary.txt") as [Result];
    expect(run).toMatchObject({ mode: "server", requestRate: 264.96, remarks: [] });
    expect(values(run)).toEqual({
      output_tokens_per_s_total: 74638.54,
      ttft_ms: 200.849949,
      tpot_ms: 61.403731,
      e2e_latency_s: 17.499356575,
    });
  });
});

describe("a file that cannot be read", () => {
  const message = (name: string, text: string): string => {
    try {
      readResult(name, text);
    } catch (error) {
      return (error as Error).message;
    }
    throw new Error("it was read");
  };

  it.each([
    "vllm-bench.json",
    "guidellm.json",
    "aiperf.json",
    "trtllm-bench.json",
    "llama-bench.json",
    "sglang.jsonl",
  ])("is said to be cut off when %s ends early", (name) => {
    const text = textOf(name);
    expect(message(name, text.slice(0, text.length * 0.7))).toMatch(
      new RegExp(`^${name.replace(".", "\\.")}.*cut off`),
    );
  });

  it("names the field that is not as its tool writes it", () => {
    const spoilt = textOf("vllm-bench.json").replace('"duration": 80.0', '"duration": "long"');
    expect(message("mine.json", spoilt)).toMatch(
      /^mine\.json looks like a result of vLLM bench, but duration /,
    );
    const rows = textOf("llama-bench.csv").replace("140.5", "fast");
    expect(message("mine.csv", rows)).toMatch(/llama-bench, but avg_ts /);
  });

  it("of another tool is told which are known", () => {
    for (const text of ['{"hello": 1}', "[1, 2, 3]", "a,b\n1,2", "wrk: 3000 requests in 30 s"]) {
      const told = message("other", text);
      for (const tool of ["vLLM bench", "GuideLLM", "llama-bench", "MLPerf"]) expect(told).toContain(tool);
    }
  });

  it("is refused when it is empty or longer than anything that is read", () => {
    expect(message("none.json", " \n")).toBe("none.json is empty");
    const told = message("large.json", " ".repeat(MOST_BYTES + 1));
    expect(told).toContain(`large.json has ${MOST_BYTES / 2 ** 20} MiB`);
  });
});
