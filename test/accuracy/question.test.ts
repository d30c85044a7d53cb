import { describe, expect, it } from "vitest";
import { type Question, questionOf } from "@/lib/accuracy/question";
import { scenarioSchema } from "@/lib/scenario";
import { names, row } from "./rows";

type Asked = Extract<Question, { ok: true }>;

function ask(different: Record<string, string>): Asked {
  const question = questionOf(row(different), names);
  if (!question.ok) throw new Error(question.reason);
  return question;
}

const refusal = (different: Record<string, string>) => {
  const question = questionOf(row(different), names);
  return question.ok ? "asked" : question.reason;
};

it("asks a served row as a valid scenario of the planner", () => {
  const { scenario, accelerators, requests } = ask({});
  expect(scenarioSchema.parse(scenario)).toEqual(scenario);
  expect(scenario.workload).toMatchObject({ inputTokens: 1000, outputTokens: 500, batch: 16 });
  expect(scenario.serving).toMatchObject({ batching: "continuous", memoryFraction: 0.9, weights: "fp8" });
  expect(scenario.options).toHaveLength(1);
  expect([accelerators, requests]).toEqual([8, undefined]);
});

describe("the serving stack", () => {
  it.each([
    [{ engine: "vllm" }, "vllm"],
    [{ engine: "vllm", engine_version: "vLLM 0.6.3.dev109/0.6.4.dev4 (ROCm)" }, "vllm-0.6"],
    [{ engine: "vllm", engine_version: "vLLM 0.6.6 / ROCm 6.3.1" }, "vllm"],
    [{ engine: "sglang" }, "sglang"],
    [{ engine: "trtllm" }, "trtllm"],
    [{ engine: "trtllm", mode: "offline", engine_version: "TensorRT-LLM 1.0" }, "trtllm-bench"],
    [{ engine: "trtllm", mode: "offline", engine_version: "TensorRT-LLM 1.2.0 (PyTorch)" }, "trtllm-1.2"],
    [{ engine: "trtllm", mode: "offline", engine_version: "TensorRT-LLM 0.20.0" }, "trtllm-bench"],
    [{ engine: "trtllm", mode: "offline", engine_version: "TensorRT-LLM 0.14.0" }, "trtllm-0.14"],
    [{ engine: "trtllm", mode: "static_batch", engine_version: "TensorRT-LLM 0.9.0" }, "trtllm-0.9"],
    [{ engine: "llama.cpp", mode: "single_stream" }, "llama-cpp"],
    [{ engine: "lmdeploy" }, "lmdeploy"],
    [{ engine: "neuron" }, "neuronx"],
    [{ engine: "gaudi" }, "optimum-habana"],
    [{ engine: "another" }, "generic"],
  ])("of %j is %s", (different, engine) => {
    expect(ask(different).scenario.serving.engine).toBe(engine);
  });
});

describe("the mode", () => {
  it("offline without a load queues everything, and as many requests as were published", () => {
    const question = ask({ mode: "offline", concurrency: "", isl: "2048", osl: "2048" });
    expect(question.scenario.serving).toMatchObject({ batching: "offline", memoryFraction: 0.95 });
    expect(question.requests).toBe(1500);
    expect(ask({ mode: "offline", concurrency: "", notes: "num-prompts 320" }).requests).toBe(320);
  });

  it("offline at a load, and a served row, are continuous", () => {
    expect(ask({ mode: "offline", concurrency: "64" }).scenario.serving.batching).toBe("continuous");
    expect(ask({}).requests).toBeUndefined();
  });

  it("static and single stream run whole batches", () => {
    expect(ask({ mode: "static_batch" }).scenario.serving.batching).toBe("static");
    const single = ask({ mode: "single_stream", concurrency: "1" }).scenario;
    expect(single.serving).toMatchObject({ batching: "static", memoryFraction: 0.99 });
    expect(single.workload.batch).toBe(1);
  });
});

describe("the layout", () => {
  it("spreads the load over the replicas that the accelerators make", () => {
    const { scenario, accelerators } = ask({ num_accelerators: "8", tp: "2", concurrency: "64" });
    expect(scenario.options[0]).toMatchObject({ tp: 2, replicas: 4 });
    expect(scenario.workload.batch).toBe(16);
    expect(accelerators).toBe(8);
  });

  it("counts whole accelerators where a table counts their cores", () => {
    const { scenario } = ask({ num_accelerators: "12", tp: "24", accelerator: "aws-inferentia2" });
    expect(scenario.options[0]).toMatchObject({ tp: 12, replicas: 1 });
  });

  it("takes the threads of a CPU from the version", () => {
    const { scenario } = ask({
      accelerator: "aws-graviton4",
      engine: "llama.cpp",
      engine_version: "b6000, 64 threads",
      tp: "1",
      num_accelerators: "1",
    });
    expect(scenario.options[0]?.threads).toBe(64);
  });
});

describe("the formats", () => {
  it.each([
    [{ weights: "fp8" }, "fp8", "fp8"],
    [{ weights: "bf16" }, "bf16", "bf16"],
    [{ weights: "bf16", kv_cache: "fp8" }, "bf16", "fp8"],
    [{ weights: "fp8", kv_cache: "FP16" }, "fp8", "bf16"],
    [{ weights: "bf16", engine: "trtllm" }, "bf16", "fp8"],
    [{ weights: "fp8", mode: "offline", concurrency: "" }, "fp8", "bf16"],
    [{ weights: "fp8", model: "deepseek-ai/DeepSeek-V3" }, "fp8-block", "fp8"],
    [{ weights: "fp8", model: "openai/gpt-oss-120b" }, "mxfp4", "fp8"],
  ])("of %j are %s and %s", (different, weights, kvCache) => {
    expect(ask(different).scenario.serving).toMatchObject({ weights, kvCache });
  });
});

it("needs no answer of a prompt's time, and no prompt of a single stream's speed", () => {
  const single = { mode: "single_stream", concurrency: "1" };
  expect(ask({ ...single, metric: "prefill_tokens_per_s", osl: "" }).ok).toBe(true);
  expect(ask({ ...single, metric: "decode_tokens_per_s_single_stream", isl: "" }).ok).toBe(true);
});

it("says why a row cannot be asked", () => {
  expect(refusal({ model: "nobody/nothing" })).toContain("nobody/nothing");
  expect(refusal({ accelerator: "abacus" })).toContain("abacus");
  expect(refusal({ weights: "int1" })).toContain("int1");
  expect(refusal({ kv_cache: "int1" })).toContain("int1");
  expect(refusal({ concurrency: "many" })).toContain("not a number of requests");
  expect(refusal({ mode: "open", concurrency: "" })).toContain("request_rate is empty");
  expect(refusal({ concurrency: "-5" })).toContain("concurrency -5");
  expect(refusal({ concurrency: "" })).toContain("concurrency is empty");
  expect(refusal({ osl: "" })).toContain("osl is empty");
  expect(refusal({ isl: "" })).toContain("isl is empty");
  expect(refusal({ mode: "offline", concurrency: "", metric: "ttft_ms" })).toContain("queues every request");
});
