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

const sizedPlan: ScenarioInput = {
  workload: dense,
  traffic: { load: "rate", requestRate: 20, peakToMean: 2 },
  goals: { ttft: 2, spare: 1 },
  options: [],
};
const API = { model: dense.model, provider: "Somebody", name: "70B", asOf: "2026-05" };

/**
 * The plans whose figures the engine's version stands for. Between them they take every choice that a setting offers
 * save stacks, percentiles and published days, every kind of layer, and every figure of a plan (the test counts them).
 */
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
  "kinds of state": {
    workload: { ...small, model: "kimi-linear-48b-a3b-instruct", inputTokens: 6000, batch: 8 },
    options: [
      { accelerator: H200 },
      { accelerator: H200, tp: 8, model: "minimax-m1-80k" },
      { accelerator: H200, model: "lfm2-8b-a1b" },
      { accelerator: H200, model: "falcon-mamba-7b" },
      { accelerator: H200, model: "nvidia-nemotron-nano-12b-v2" },
    ],
  },
  windowed: { workload: windowed, serving: { weights: "mxfp4" }, options: [{ accelerator: H100 }] },
  "over the host's link": { workload: small, options: [{ accelerator: "nvidia-l40s", tp: 2 }] },
  "pairs with their bridge and without": {
    workload: { ...small, batch: 16 },
    money: { costRule: "operations" },
    options: [
      { accelerator: "nvidia-h100-nvl-94gb", tp: 2, bridge: "apart" },
      { accelerator: "nvidia-h100-nvl-94gb", tp: 2, bridge: "joined", costRule: "time" },
    ],
  },
  "on a CPU": {
    workload: small,
    serving: { engine: "llama-cpp", weights: "gguf-q4_k_m" },
    options: [{ accelerator: "aws-graviton4", threads: 32 }],
  },
  "shared by time, and as slices": {
    workload: { ...small, batch: 4 },
    options: [
      { accelerator: H100, instances: 4, partition: "time", neighbours: "same" },
      { accelerator: H100, instances: 3, partition: "mig", neighbours: "others" },
    ],
  },
  adapters: {
    workload: { ...small, batch: 32 },
    serving: { adapters: 64, prefixCache: "off" },
    options: [{ accelerator: H100 }],
  },
  "an encoder": {
    workload: { model: "whisper-large-v3", inputTokens: 4, outputTokens: 200, batch: 16 },
    options: [{ accelerator: H100 }],
  },
  "compressed history": {
    workload: { model: "deepseek-v4-flash", inputTokens: 30_000, outputTokens: 500, batch: 16 },
    serving: { weights: "fp8-block", prefixCache: "on" },
    options: [{ accelerator: H200, tp: 4, ep: 4 }],
  },
  "dense, EAGLE": {
    workload: dense,
    serving: { speculation: "eagle", cachePaging: "paged" },
    options: [{ accelerator: H200, powerLimit: 500 }],
  },
  "dense, contiguous cache, by day": {
    workload: dense,
    serving: { cachePaging: "contiguous" },
    traffic: { load: "requests", requestsPerDay: 400_000, hoursPerDay: 10, daysPerWeek: 5 },
    goals: { tpot: 0.05, headroom: 0.3 },
    options: [{ accelerator: H200, tp: 2 }],
  },
  "dense, prompts apart, sized for a percentile": {
    ...sizedPlan,
    workload: { ...dense, inputSpread: 0.8 },
    goals: { ttft: 2, ttftAt: "p90" },
    options: [{ accelerator: H200, tp: 2, prefillReplicas: 1 }],
  },
  "dense, months of renting and of owning": {
    ...sizedPlan,
    money: {
      ...{ months: 14, startYear: 2027, startMonth: 3, growth: 1, ramp: 3, seasonSwing: 0.2, discount: 0.1 },
      ...{
        committedShare: 0.5,
        committedDiscount: 0.3,
        committedMonths: 12,
        upfrontShare: 0.4,
        spotShare: 0.2,
      },
      ...{ spotDiscount: 0.5, interruptions: 2, restartTime: 300, priceDecline: 0.2, generationGain: 0.5 },
      ...{ serverShare: 0.3, spares: 0.05, upkeep: 0.05, staff: 2000, tokenPrice: 2, budget: 500_000 },
    },
    options: [
      { accelerator: H200, tp: 2 },
      { accelerator: H100, tp: 4, hardware: "owned" },
      // Nobody is known to let it by the node.
      { accelerator: H100, tp: 4, pricePerHour: 2.5 },
    ],
  },
  "dense, its replicas following the day": {
    ...sizedPlan,
    traffic: { load: "tokens", tokensPerDay: 2e9, peakToMean: 3, scaleTarget: 0.7, scaleWait: 5 },
    options: [{ accelerator: H200, tp: 2 }],
  },
  "dense, deployed in three ways": {
    ...sizedPlan,
    money: { months: 12, growth: 0.5, batchShare: 0.1, costRule: "ratio" },
    options: [
      { accelerator: "nvidia-l40s", model: small.model, pricePerHour: 1 },
      { accelerator: H200, tp: 2, pricePerHour: 3 },
    ],
    apis: [{ ...API, input: 0.6, output: 0.9, requestsPerMinute: 500, tokensPerMinute: 1e6 }],
    topologies: [
      { name: "At twenty sites", parts: [{ option: 1, share: 1, sites: 20, siteCost: 500, distance: 0.02 }] },
      {
        name: "A small one first",
        parts: [
          { option: 0, share: 1, escalated: 0.3, egress: 0.05 },
          { option: 1, share: 0.5 },
        ],
      },
      {
        name: "An API above the machines",
        parts: [
          { option: 1, share: 0.9, capacity: 0.6, adapters: 4, adapterSize: 1e8 },
          { api: 0, share: 0.1, ttft: 0.6, tpot: 0.02 },
        ],
      },
    ],
  },
  "on Gaudi": { workload: small, options: [{ accelerator: "intel-gaudi3" }] },
  "without a price": { workload: small, options: [{ accelerator: "nvidia-gh200-144gb" }] },
};
