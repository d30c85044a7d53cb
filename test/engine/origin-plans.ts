const H200 = "nvidia-h200-sxm-141gb";
const SMALL = { model: "meta-llama-3.1-8b", inputTokens: 1000, outputTokens: 300 };
const ON_CPU = { engine: "llama-cpp", weights: "gguf-q4_k_m" };

/** Plans that take every way by which a value comes to an input. */
export const ORIGIN_PLANS: Readonly<Record<string, object>> = {
  "latent attention and blocks with scales": {
    workload: { model: "deepseek-v3" },
    serving: { weights: "fp8-block", engine: "sglang", speculation: "mtp", draftTokens: 2, acceptance: 0.95 },
    options: [{ accelerator: H200, tp: 8, dp: 2, ep: 16 }],
  },
  "an indexer": { workload: { model: "deepseek-v3.2" }, options: [{ accelerator: H200, tp: 8 }] },
  "states and small kernels": {
    workload: { model: "qwen3-next-80b-a3b-instruct" },
    options: [{ accelerator: "nvidia-b200-sxm", tp: 2 }],
  },
  "compressed attention": {
    workload: { model: "deepseek-v4-pro" },
    options: [{ accelerator: "nvidia-b200-sxm", tp: 8 }],
  },
  "expanded weights and adapters": {
    workload: { model: "meta-llama-3.1-70b" },
    serving: { weights: "int4-awq-g128", adapters: 4, adapterRank: 32 },
    options: [{ accelerator: H200, tp: 2 }],
  },
  "sums in the switches": {
    workload: { model: "meta-llama-3.1-70b" },
    serving: { engine: "trtllm-1.2", weights: "fp8" },
    options: [{ accelerator: H200, tp: 4 }],
  },
  "cards over the hosts": {
    workload: { model: "meta-llama-3.1-70b" },
    serving: { weights: "fp8" },
    options: [{ accelerator: "nvidia-l40s", tp: 4, replicas: 2 }],
  },
  "a stack's own kernels in stages": {
    workload: { model: "meta-llama-3.1-8b" },
    serving: ON_CPU,
    options: [{ accelerator: "nvidia-a100-sxm-80gb", pp: 2 }],
  },
  "another maker": {
    workload: { model: "meta-llama-3.1-8b" },
    options: [{ accelerator: "amd-mi300x", tp: 2 }],
  },
  "few threads": {
    workload: { model: "llama-3.2-1b-instruct" },
    serving: ON_CPU,
    options: [{ accelerator: "aws-graviton4", threads: 8 }],
  },
  "many threads": {
    workload: { model: "llama-3.2-1b-instruct" },
    serving: ON_CPU,
    options: [{ accelerator: "aws-graviton4", threads: 48 }],
  },
  "instances of MIG": {
    workload: { model: "llama-3.2-1b-instruct" },
    options: [{ accelerator: H200, instances: 3, partition: "mig" }],
  },
  "a rate with pools and replicas left open": {
    workload: SMALL,
    traffic: { load: "rate", requestRate: 200 },
    options: [{ accelerator: H200, prefillReplicas: 1 }],
  },
  "a rate with pools and replicas fixed": {
    workload: SMALL,
    traffic: { load: "rate", requestRate: 20 },
    options: [{ accelerator: H200, replicas: 3, prefillReplicas: 2, batch: 5 }],
  },
  "users with a utilisation of the option's own": {
    workload: SMALL,
    traffic: { load: "users", users: 50 },
    options: [{ accelerator: H200, utilisation: 0.9, batch: 12 }],
  },
  "a batch with a goal for a percentile": {
    workload: { ...SMALL, batch: 8 },
    goals: { ttft: 1, ttftAt: "p95" },
    options: [{ accelerator: H200, utilisation: 0.9, prefillReplicas: 2 }],
  },
};
