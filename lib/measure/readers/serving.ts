import * as z from "zod";
import { measuredOf, type Result, said } from "../result";
import { has, optional, optionalText, parsed, type Reader, type ResultFile } from "./reader";

/**
 * `vllm bench serve --save-result` (one JSON object) and `sglang.bench_serving` (one JSON object a line), whose fields
 * share a root: vllm/benchmarks/serve.py and sglang/bench_serving.py.
 */
const schema = z.object({
  backend: optionalText,
  model_id: optionalText,
  num_prompts: optional,
  completed: optional,
  request_rate: optional,
  max_concurrency: optional,
  duration: z.number().positive("a time above zero is expected"),
  total_input_tokens: z.number().nonnegative(),
  total_output_tokens: z.number().nonnegative(),
  output_throughput: z.number().positive("a rate above zero is expected"),
  mean_ttft_ms: optional,
  mean_tpot_ms: optional,
  mean_e2e_latency_ms: optional,
  mean_e2el_ms: optional,
});

const MILLISECONDS = 1000;

function resultOf(value: unknown, file: ResultFile, tool: string): Result {
  const run = parsed(schema, value, file, tool);
  const completed = run.completed ?? run.num_prompts;
  const asked = run.num_prompts ?? completed;
  const answer = run.mean_e2e_latency_ms ?? run.mean_e2el_ms;
  return {
    ...said<Partial<Result>>({
      model: run.model_id,
      engine: run.backend,
      inputTokens: completed ? run.total_input_tokens / completed : undefined,
      outputTokens: completed ? run.total_output_tokens / completed : undefined,
      concurrency: run.max_concurrency,
      requestRate: run.max_concurrency === undefined ? run.request_rate : undefined,
    }),
    tool,
    mode: "server",
    measured: measuredOf({
      tpot_ms: run.mean_tpot_ms,
      ttft_ms: run.mean_ttft_ms,
      output_tokens_per_s_total: run.output_throughput,
      e2e_latency_s: answer === undefined ? undefined : answer / MILLISECONDS,
    }),
    remarks:
      completed !== undefined && asked !== undefined && completed < asked
        ? [`${asked - completed} of ${asked} requests did not complete`]
        : [],
  };
}

const ours = (value: unknown): boolean =>
  has(value, "duration", "output_throughput", "total_output_tokens") && has(value, "mean_ttft_ms");

const SGLANG_ONLY = [
  "random_input_len",
  "mean_e2e_latency_ms",
  "total_output_tokens_retokenized",
  "accept_length",
];
const isSglang = (value: unknown) => SGLANG_ONLY.some((key) => has(value, key)) && !has(value, "model_id");

const reader = (tool: string, looksLike: string, mine: (value: unknown) => boolean): Reader => ({
  tool,
  looksLike,
  read: (file) =>
    file.values?.some((value) => ours(value) && mine(value))
      ? file.values.map((value) => resultOf(value, file, tool))
      : undefined,
});

export const vllm = reader(
  "vLLM bench",
  "JSON with mean_ttft_ms and output_throughput",
  (value) => !isSglang(value),
);
export const sglang = reader("SGLang bench_serving", "JSON lines with mean_e2e_latency_ms", isSglang);
