import { choice, number, optionalChoice, optionalRecord, record } from "./field-kinds";

/** How the model is served: number formats, the engine and how it batches, drafting, the cache, the start. */
export const servingFields = {
  "serving.weights": record("formats", "Weights", "Number format of the weights.", "fp8"),
  "serving.kvCache": record(
    "formats",
    "KV cache",
    "Number format of the keys and values kept per token.",
    "bf16",
  ),
  "serving.engine": choice("Engine", "The serving software whose overheads are assumed.", "vllm", [
    { value: "vllm", label: "vLLM" },
    { value: "vllm-0.6", label: "vLLM 0.6.3 on ROCm" },
    { value: "sglang", label: "SGLang" },
    { value: "trtllm", label: "TensorRT-LLM" },
    { value: "trtllm-1.2", label: "TensorRT-LLM 1.2, driven offline" },
    { value: "trtllm-bench", label: "TensorRT-LLM 0.20 to 1.1, driven offline" },
    { value: "trtllm-0.14", label: "TensorRT-LLM 0.14, driven offline" },
    { value: "trtllm-0.9", label: "TensorRT-LLM 0.9, static batches" },
    { value: "lmdeploy", label: "LMDeploy" },
    { value: "llama-cpp", label: "llama.cpp" },
    { value: "optimum-habana", label: "Optimum Habana (Gaudi)" },
    { value: "neuronx", label: "Neuron" },
    { value: "generic", label: "Any other" },
  ]),
  "serving.batching": choice(
    "Batching",
    "Continuous admits a request whenever there is room; static runs a batch to its end, dynamic after waiting for it to fill; offline keeps a queue full.",
    "continuous",
    [
      { value: "continuous", label: "Continuous" },
      { value: "static", label: "Static" },
      { value: "dynamic", label: "Dynamic" },
      { value: "offline", label: "Offline" },
    ],
  ),
  "serving.batchWindow": number("Batch window", "ms", [0, 5], {
    default: 0.05,
    step: 0.001,
    scale: "linear",
    stored: "s",
    integer: false,
    tab: "advanced",
    help: "With dynamic batching, the longest wait for a batch to fill.",
  }),
  "serving.speculation": choice(
    "Speculative decoding",
    "Tokens are drafted ahead and checked together. A draft model is named below; MTP and EAGLE draft with one layer, Medusa with heads.",
    "none",
    [
      { value: "none", label: "None" },
      { value: "draft", label: "Draft model" },
      { value: "mtp", label: "MTP layer" },
      { value: "eagle", label: "EAGLE" },
      { value: "medusa", label: "Medusa" },
    ],
  ),
  "serving.draftTokens": number("Drafted tokens", "tok", [1, 16], {
    default: 3,
    tab: "advanced",
    scale: "linear",
    help: "Tokens drafted for each step of the model.",
  }),
  "serving.acceptance": number("Acceptance", "%", [0, 0.99], {
    default: 0.7,
    step: 0.01,
    scale: "linear",
    stored: "1",
    tab: "advanced",
    help: "Probability that a drafted token is accepted, given that those before it were.",
  }),
  "serving.draftModel": optionalRecord(
    "models",
    "Draft model",
    "The small model that drafts, with the same vocabulary.",
  ),
  "serving.memoryFraction": number("Memory fraction", "%", [0.1, 1], {
    default: 0.9,
    step: 0.01,
    scale: "linear",
    stored: "1",
    tab: "advanced",
    help: "Share of an accelerator's memory that the server may take for weights, KV cache and activations.",
  }),
  "serving.chunkTokens": number("Chunk", "tok", [256, 1_000_000], {
    default: 8192,
    tab: "advanced",
    help: "Most tokens in one step. A longer prompt is read in chunks, so that running answers do not stall.",
  }),

  "serving.adapters": number("LoRA adapters", "1", [1, 10_000], {
    empty: "none",
    tab: "advanced",
    help: "Fine-tuned variants of the model that every replica keeps in memory beside it; each request asks for one, all alike often.",
  }),
  "serving.adapterRank": number("Adapter rank", "1", [1, 512], {
    empty: "16",
    tab: "advanced",
    help: "Rank of the adapters' matrices, on every product of attention and dense feed-forward layers.",
  }),
  "serving.prefixCache": optionalChoice(
    "Prefix cache",
    "Whether prefixes stay in the cache for later prompts. Left empty, as the engine comes.",
    [
      { value: "on", label: "On" },
      { value: "off", label: "Off" },
    ],
  ),
  "serving.cachePaging": optionalChoice(
    "Cache memory",
    "Paged takes blocks as a request grows; contiguous reserves room for the longest one from the start. Left empty, paged.",
    [
      { value: "paged", label: "Paged" },
      { value: "contiguous", label: "Contiguous" },
    ],
  ),
  "serving.streamInterval": number("Stream interval", "tok", [1, 1000], {
    empty: "engine's",
    tab: "advanced",
    help: "Tokens in each piece of a streamed answer. A client sees them together.",
  }),
  "serving.weightRate": number("Weights arrive at", "GB/s", [1e8, 1e11], {
    empty: "a warm disk's",
    step: 1e8,
    stored: "B/s",
    integer: false,
    tab: "advanced",
    help: "Rate at which a starting replica gets its weights from disk or network.",
  }),
  "serving.startTime": number("Engine start", "s", [0.1, 86_400], {
    empty: "engine's",
    step: 0.1,
    tab: "advanced",
    help: "Time that the engine takes to start, without that for the weights.",
  }),
} as const;
