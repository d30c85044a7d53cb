/** What a run of a benchmark on one H100 says of itself, beside what it measured. */
export const RUN = {
  tool: "vLLM bench",
  accelerator: "nvidia-h100-sxm-80gb",
  model: "meta-llama-3.1-8b",
  weights: "bf16",
  kvCache: "bf16",
  engine: "vllm",
  accelerators: 1,
  inputTokens: 1000,
  outputTokens: 500,
  concurrency: 16,
  mode: "server",
};
