import type { ScenarioInput } from "@/lib/scenario";

const H100 = "nvidia-h100-sxm-80gb";
const H200 = "nvidia-h200-sxm-141gb";
const B200 = "nvidia-b200-sxm";
const MI300 = "amd-mi300x";

const dense = { model: "meta-llama-3.1-70b", inputTokens: 1000, outputTokens: 500, batch: 16 };
const mixture = { model: "mixtral-8x7b-v0.1", inputTokens: 2000, outputTokens: 300, batch: 32 };
const latent = { model: "deepseek-v3", inputTokens: 4000, outputTokens: 1000, batch: 64 };
const hybrid = { model: "qwen3-next-80b-a3b-instruct", inputTokens: 32_000, outputTokens: 800, batch: 8 };
const windowed = { model: "gpt-oss-120b", inputTokens: 8000, outputTokens: 400, batch: 24 };
const small = { model: "meta-llama-3.1-8b", inputTokens: 500, outputTokens: 200, batch: 1 };

/** Plans that between them pass every formula of the engine: the ones whose figures its version stands for. */
export const fingerprinted: Readonly<Record<string, ScenarioInput>> = {
  dense: { workload: dense, options: [{ accelerator: H100, tp: 2 }] },
  "dense, crowded": { workload: { ...dense, batch: 512 }, options: [{ accelerator: H200 }] },
  "dense, long prompts": {
    workload: { ...dense, inputTokens: 60_000 },
    options: [{ accelerator: H200, tp: 4 }],
  },
  "dense, in stages": { workload: dense, options: [{ accelerator: H100, tp: 2, pp: 4, replicas: 3 }] },
  "dense, cached prefix": { workload: { ...dense, cachedPrefix: 0.8 }, options: [{ accelerator: MI300 }] },
  "dense, static": { workload: dense, serving: { batching: "static" }, options: [{ accelerator: H200 }] },
  "dense, dynamic": { workload: dense, serving: { batching: "dynamic" }, options: [{ accelerator: H200 }] },
  "dense, offline": { workload: dense, serving: { batching: "offline" }, options: [{ accelerator: H200 }] },
  "dense, prompts apart": {
    workload: dense,
    options: [{ accelerator: H200, replicas: 2, prefillReplicas: 1 }],
  },
  "dense, sized for a percentile": {
    workload: { ...dense, inputSpread: 1, outputSpread: 0.8 },
    traffic: { load: "rate", requestRate: 20 },
    goals: { ttft: 1, ttftAt: "p95" },
    options: [{ accelerator: H200, tp: 2 }],
  },
  "dense, sized where fewer just miss": {
    workload: { ...dense, inputSpread: 1, outputSpread: 0.8 },
    traffic: { load: "users", users: 2000 },
    goals: { answer: 30, answerAt: "p95" },
    options: [{ accelerator: H100, tp: 2 }],
    serving: { weights: "fp8", kvCache: "fp8" },
  },
  "dense, sized for bursts": {
    workload: dense,
    traffic: { load: "rate", requestRate: 60, burstiness: 6 },
    goals: { ttft: 2, ttftAt: "p95" },
    options: [{ accelerator: H200, tp: 2 }],
  },
  "dense, drafted": {
    workload: dense,
    serving: { speculation: "draft", draftModel: "llama-3.2-1b-instruct" },
    options: [{ accelerator: H200 }],
  },
  "dense, drafted, sized for a percentile": {
    workload: { ...dense, outputSpread: 0.8 },
    serving: { speculation: "medusa" },
    traffic: { load: "rate", requestRate: 10 },
    goals: { tpot: 0.03, tpotAt: "p95" },
    options: [{ accelerator: H200, tp: 2 }],
  },
  "dense, with goals": {
    workload: dense,
    goals: { ttft: 1, tpot: 0.03 },
    options: [{ accelerator: H200 }],
    finance: { utilisation: 0.4 },
  },
  "dense, Medusa": { workload: dense, serving: { speculation: "medusa" }, options: [{ accelerator: H200 }] },
  "dense, does not fit": { workload: dense, serving: { weights: "bf16" }, options: [{ accelerator: H100 }] },
  "dense, own price": { workload: dense, options: [{ accelerator: H100, tp: 4, pricePerHour: 2.5 }] },
  mixture: { workload: mixture, serving: { engine: "sglang" }, options: [{ accelerator: H100, tp: 2 }] },
  "mixture, alone": { workload: { ...mixture, batch: 1 }, options: [{ accelerator: H200 }] },
  "mixture, four bits": {
    workload: mixture,
    serving: { weights: "int4-awq-g128", engine: "trtllm-1.2" },
    options: [{ accelerator: B200, ep: 1 }],
  },
  latent: { workload: latent, serving: { weights: "fp8-block" }, options: [{ accelerator: H200, tp: 8 }] },
  "latent, long prompts in stages": {
    workload: { ...latent, inputTokens: 30_000, batch: 4 },
    serving: { weights: "fp8-block" },
    options: [{ accelerator: H200, tp: 4, pp: 4 }],
  },
  "latent, attention ranks": {
    workload: { ...latent, batch: 256 },
    serving: { weights: "fp8-block", engine: "sglang", speculation: "mtp", draftTokens: 2 },
    options: [{ accelerator: B200, dp: 8, ep: 8 }],
  },
  "block-sparse": {
    workload: { model: "minimax-m3", inputTokens: 30_000, outputTokens: 500, batch: 8 },
    options: [{ accelerator: B200, tp: 4 }],
  },
  "latent, sparse": {
    workload: { ...latent, model: "deepseek-v3.2" },
    serving: { weights: "fp8-block" },
    options: [{ accelerator: B200, tp: 8 }],
  },
  hybrid: { workload: hybrid, options: [{ accelerator: H200, tp: 2 }] },
  windowed: { workload: windowed, serving: { weights: "mxfp4" }, options: [{ accelerator: H100 }] },
  "over the host's link": { workload: small, options: [{ accelerator: "nvidia-l40s", tp: 2 }] },
  "on a CPU": {
    workload: small,
    serving: { engine: "llama-cpp", weights: "gguf-q4_k_m" },
    options: [{ accelerator: "aws-graviton4", threads: 32 }],
  },
  "without a price": { workload: small, options: [{ accelerator: "intel-gaudi3" }] },
};
