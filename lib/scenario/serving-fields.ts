import { choice, inForm, number, optionalChoice, optionalRecord, percent, record } from "./field-kinds";

/** How the model is served: number formats, the engine and how it batches. */
export const servingFields = inForm("serving", {
  "serving.weights": record("formats", "Weights", "Number format of the weights.", "fp8"),
  "serving.kvCache": record(
    "formats",
    "KV cache",
    "Number format of the keys and values kept per token.",
    "bf16",
  ),
  "serving.engine": choice("Engine", "The serving software whose overheads are assumed.", "vllm", {
    vllm: "vLLM",
    "vllm-0.6": "vLLM 0.6.3 on ROCm",
    sglang: "SGLang",
    trtllm: "TensorRT-LLM",
    "trtllm-1.2": "TensorRT-LLM 1.2, driven offline",
    "trtllm-bench": "TensorRT-LLM 0.20 to 1.1, driven offline",
    "trtllm-0.14": "TensorRT-LLM 0.14, driven offline",
    "trtllm-0.9": "TensorRT-LLM 0.9, static batches",
    lmdeploy: "LMDeploy",
    "llama-cpp": "llama.cpp",
    "optimum-habana": "Optimum Habana (Gaudi)",
    neuronx: "Neuron",
    generic: "Any other",
  }),
  "serving.batching": choice(
    "Batching",
    "Continuous admits a request whenever there is room; static runs a batch to its end, dynamic after waiting for it to fill; offline keeps a queue full.",
    "continuous",
    {
      continuous: "Continuous",
      static: "Static",
      dynamic: "Dynamic",
      offline: "Offline",
    },
  ),
  "serving.batchWindow": number("Batch window", "ms", [0, 5], {
    default: 0.05,
    step: 0.001,
    stored: "s",
    when: "dynamic",
    input: { idle: 0 },
    help: "With dynamic batching, the longest wait for a batch to fill.",
  }),
});

/** How tokens are drafted ahead. */
export const speculationFields = inForm("speculation", {
  "serving.speculation": choice(
    "Speculative decoding",
    "Tokens are drafted ahead and checked together. A draft model is named below; MTP and EAGLE draft with one layer, Medusa with heads.",
    "none",
    {
      none: "None",
      draft: "Draft model",
      mtp: "MTP layer",
      eagle: "EAGLE",
      medusa: "Medusa",
    },
  ),
  "serving.draftModel": optionalRecord(
    "models",
    "Draft model",
    "The small model that drafts, with the same vocabulary.",
    "draft",
  ),
  "serving.draftTokens": number("Drafted tokens", "tok", [1, 16], {
    default: 3,
    when: "drafted",
    help: "Tokens drafted for each step of the model.",
  }),
  "serving.acceptance": percent("Acceptance", [0, 0.99], {
    default: 0.7,
    when: "drafted",
    swings: true,
    help: "Probability that a drafted token is accepted, given that those before it were.",
  }),
});

/** What the server does with its memory, and how it starts. */
export const memoryFields = inForm("memory", {
  "serving.memoryFraction": percent("Memory fraction", [0.1, 1], {
    default: 0.9,
    swings: true,
    input: {},
    help: "Share of an accelerator's memory that the server may take for weights, KV cache and activations (SGLang: without activations; TensorRT-LLM and LMDeploy: of what is free, for the cache).",
  }),
  "serving.chunkTokens": number("Chunk", "tok", [256, 1_000_000], {
    scale: "log",
    default: 8192,
    swings: true,
    input: { id: "chunkLimit" },
    help: "Most tokens in one step. A longer prompt is read in chunks, so that running answers do not stall.",
  }),

  "serving.adapters": number("LoRA adapters", "1", [1, 10_000], {
    scale: "log",
    input: { id: "adapterCount", structural: true },
    help: "Fine-tuned variants of the model that every replica keeps in memory beside it; each request asks for one, all alike often.",
  }),
  "serving.adapterRank": number("Adapter rank", "1", [1, 512], {
    scale: "log",
    // By judgement: the rank that adapters have most often, and the largest that vLLM takes unless it is told.
    // Source: vllm-config
    when: "adapted",
    input: { otherwise: 16, structural: true },
    help: "Rank of the adapters' matrices, on every product of attention and dense feed-forward layers.",
  }),
  "serving.prefixCache": optionalChoice(
    "Prefix cache",
    "Whether prefixes stay in the cache for later prompts. Left empty, as the engine comes.",
    {
      on: "On",
      off: "Off",
    },
    { form: "serving" },
  ),
  "serving.cachePaging": optionalChoice(
    "Cache memory",
    "Paged takes blocks as a request grows; contiguous reserves room for the longest one from the start. Left empty, paged.",
    {
      paged: "Paged",
      contiguous: "Contiguous",
    },
    { form: "serving", input: { id: "contiguousCache" } },
  ),
  "serving.streamInterval": number("Stream interval", "tok", [1, 1000], {
    scale: "log",
    empty: "engine's",
    help: "Tokens in each piece of a streamed answer. A client sees them together.",
  }),
  "serving.weightRate": number("Weights arrive at", "GB/s", [1e8, 1e11], {
    scale: "log",
    empty: "a warm disk's",
    step: 1e8,
    stored: "B/s",
    help: "Rate at which a starting replica gets its weights from disk or network.",
  }),
  "serving.startTime": number("Engine start", "s", [0.1, 86_400], {
    scale: "log",
    empty: "engine's",
    step: 0.1,
    help: "Time that the engine takes to start, without that for the weights.",
  }),
});
