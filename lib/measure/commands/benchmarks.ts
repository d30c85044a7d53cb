import { type BenchmarkLoad, benchmarkLoads, lengthsOf, unsaidOfRequests } from "./benchmark-load";
import type { Given, Invocation } from "./invocation";
import { cacheTypeOf, ggufOf } from "./serve-llama";
import { repositoryOf, type ToServe } from "./to-serve";
import type { BenchmarkId, ServerId } from "./tool";

/** Where each server listens as its command here says. */
const PORTS: Readonly<Record<ServerId, number>> = {
  "vllm-serve": 8000,
  "sglang-serve": 30_000,
  "trtllm-serve": 8000,
  "llama-server": 8080,
};
/** By judgement: one point in ten of a run is left out at its start, as GuideLLM counts it. */
const WARM_SHARE = 0.1;

/**
 * The commands that measure one replica of a plan, one a load; a tool that takes none measures one request alone.
 * Every load has a seed of its own: prompts that a prefix cache still holds would cost nothing.
 */
export function benchmarksOf(tool: BenchmarkId, asked: ToServe, server: ServerId): Invocation[] {
  const url = `http://localhost:${PORTS[server]}`;
  if (tool === "llama-bench") return [llamaBench(asked)];
  const at = { "vllm-bench": vllmBench, "sglang-bench": sglangBench, guidellm, aiperf }[tool];
  return benchmarkLoads(asked).map((load) => at(asked, load, url, server));
}

type At = (asked: ToServe, load: BenchmarkLoad, url: string, server: ServerId) => Invocation;

const vllmBench: At = (asked, { inFlight, requests, warmUp }, url) => {
  const { prefix, own, output } = lengthsOf(asked);
  return {
    tool: "vllm-bench",
    options: [
      ["--backend", "openai"],
      ["--base-url", url],
      ["--model", repositoryOf(asked)],
      ["--dataset-name", "random"],
      ["--random-input-len", own],
      ...(prefix > 0 ? [["--random-prefix-len", prefix] as Given] : []),
      ["--random-output-len", output],
      ["--random-range-ratio", 0],
      ["--ignore-eos"],
      ["--max-concurrency", inFlight],
      ["--num-prompts", requests],
      ["--num-warmups", warmUp],
      ["--seed", inFlight],
      ["--percentile-metrics", "ttft,tpot,itl,e2el"],
      ["--metric-percentiles", "50,90,95,99"],
      ["--save-result"],
      ["--result-filename", `vllm-${inFlight}.json`],
    ],
    unsaid: unsaidOfRequests(asked),
  };
};

const sglangBench: At = (asked, { inFlight, requests, warmUp }, url, server) => {
  const { prefix, own, input, output } = lengthsOf(asked);
  const prompts: Given[] =
    prefix > 0
      ? [
          ["--dataset-name", "generated-shared-prefix"],
          ["--gsp-num-groups", 1],
          ["--gsp-prompts-per-group", requests],
          ["--gsp-system-prompt-len", prefix],
          ["--gsp-question-len", own],
          ["--gsp-output-len", output],
        ]
      : [
          ["--dataset-name", "random-ids"],
          ["--random-input-len", input],
          ["--random-output-len", output],
          ["--random-range-ratio", 1],
        ];
  return {
    tool: "sglang-bench",
    options: [
      ["--backend", server === "sglang-serve" ? "sglang" : "vllm"],
      ["--base-url", url],
      ["--model", repositoryOf(asked)],
      ...prompts,
      ["--max-concurrency", inFlight],
      ["--num-prompts", requests],
      ["--warmup-requests", warmUp],
      ["--seed", inFlight],
      ["--output-file", `sglang-${inFlight}.jsonl`],
    ],
    unsaid: unsaidOfRequests(asked),
  };
};

const guidellm: At = (asked, { inFlight, requests }, url) => {
  const { prefix, own, output } = lengthsOf(asked);
  const keys = (kind: string, values: Readonly<Record<string, string | number>>) =>
    [`kind=${kind}`, ...Object.entries(values).map(([key, value]) => `${key}=${value}`)].join(",");
  return {
    tool: "guidellm",
    options: [
      ["--backend", keys("openai_http", { target: url, model: repositoryOf(asked) })],
      ["--profile", keys("concurrent", { streams: inFlight, warmup: WARM_SHARE })],
      ["--constraint", keys("max_requests", { count: requests })],
      [
        "--data",
        keys("synthetic_text", {
          prompt_tokens: own,
          output_tokens: output,
          ...(prefix > 0 ? { prefix_tokens: prefix } : {}),
        }),
      ],
      ["--seed", keys("static", { value: inFlight })],
      ["--output", keys("json", { path: `guidellm-${inFlight}.json` })],
    ],
    unsaid: unsaidOfRequests(asked),
  };
};

const aiperf: At = (asked, { inFlight, requests, warmUp }, url) => {
  const { prefix, own, output } = lengthsOf(asked);
  return {
    tool: "aiperf",
    options: [
      ["--model", repositoryOf(asked)],
      ["--url", url.replace("http://", "")],
      ["--endpoint-type", "completions"],
      ["--streaming"],
      ["--concurrency", inFlight],
      ["--request-count", requests],
      ["--warmup-request-count", warmUp],
      ["--synthetic-input-tokens-mean", own],
      ["--synthetic-input-tokens-stddev", 0],
      ["--output-tokens-mean", output],
      ["--output-tokens-stddev", 0],
      ...(prefix > 0
        ? ([
            ["--num-prefix-prompts", 1],
            ["--prefix-prompt-length", prefix],
          ] as Given[])
        : []),
      ["--extra-inputs", "ignore_eos:true"],
      ["--extra-inputs", `min_tokens:${output}`],
      ["--random-seed", inFlight],
      ["--ui", "simple"],
      ["--artifact-dir", `aiperf-${inFlight}`],
    ],
    unsaid: unsaidOfRequests(asked),
  };
};

/** llama-bench has one request at a time and no server: it measures what a single stream would see. */
function llamaBench(asked: ToServe): Invocation {
  const { plan, kvCache, accelerator } = asked;
  const { input, output } = lengthsOf(asked);
  const cache = cacheTypeOf(kvCache.id) ?? "q8_0";
  return {
    tool: "llama-bench",
    options: [
      ["--model", ggufOf(asked)],
      ["--n-prompt", input],
      ["--n-gen", output],
      ["--n-depth", 0],
      ["--ubatch-size", Math.round(plan.serving.chunkTokens)],
      ["--batch-size", Math.max(2048, Math.round(plan.serving.chunkTokens))],
      ...(accelerator.kind === "cpu" ? [] : [["--n-gpu-layers", 999] as Given]),
      ["--cache-type-k", cache],
      ["--cache-type-v", cache],
      ...(plan.option.threads === undefined ? [] : [["--threads", plan.option.threads] as Given]),
      ["--repetitions", 5],
      ["--output", "json"],
    ],
    unsaid: [
      "llama-bench runs one request at a time without a server: it says nothing of the plan's load.",
      `${ggufOf(asked)} stands for your own GGUF file.`,
      ...unsaidOfRequests(asked),
    ],
  };
}
