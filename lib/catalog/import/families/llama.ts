import type { Family } from "../family";
import { denseWithoutHeadNorm } from "../prediction";

const biases = { qkvBias: "attention_bias", outputBias: "attention_bias" } as const;
const tied = { tie_word_embeddings: true } as const;
const width = "intermediate_size";

/** Families built like Llama, and Mistral's and Allen AI's. Rules as in the model code of Transformers. */
export const llamaFamilies: Record<string, Family> = {
  llama: { name: "llama", attention: biases, dense: { bias: "mlp_bias" } },
  Yi: { name: "yi", attention: biases },
  xverse: { name: "xverse" },
  baichuan: { name: "baichuan" },
  smollm3: { name: "smollm", attention: biases, dense: { bias: "mlp_bias" }, presets: tied },
  minicpm: { name: "minicpm", attention: biases, presets: tied },
  seed_oss: {
    name: "seed",
    attention: { qkvBias: "attention_bias", outputBias: "attention_out_bias" },
    dense: { bias: "mlp_bias" },
  },
  arcee: { name: "arcee", attention: biases, dense: { gated: false, bias: "mlp_bias" } },
  exaone: { name: "exaone" },
  exaone4: { name: "exaone", windows: "pattern", attention: { qkNorm: "per-head" } },
  internlm: { name: "internlm", attention: { qkvBias: "bias", outputBias: "bias" }, presets: { bias: true } },
  internlm2: { name: "internlm", attention: { qkvBias: "bias", outputBias: "bias" } },
  internlm3: {
    name: "internlm",
    attention: { qkvBias: "qkv_bias", outputBias: "bias" },
    dense: { bias: "bias" },
  },
  granite: { name: "granite", attention: biases, dense: { bias: "mlp_bias" } },
  granitemoe: { name: "granite", attention: biases, experts: { width } },
  granitemoeshared: { name: "granite", attention: biases, experts: { width } },
  ernie4_5: {
    name: "ernie",
    attention: { qkvBias: "use_bias", outputBias: "use_bias" },
    dense: { bias: "use_bias" },
    presets: tied,
  },
  ernie4_5_moe: {
    name: "ernie",
    experts: { routerBias: true },
    prediction: denseWithoutHeadNorm,
    presets: tied,
    refused: ["use_bias"],
  },
  hunyuan_v1_dense: {
    name: "hunyuan",
    attention: { ...biases, qkNorm: "per-head", qkNormFlag: "use_qk_norm" },
    refused: ["use_cla"],
  },
  hunyuan_v1_moe: {
    name: "hunyuan",
    attention: { ...biases, qkNorm: "per-head", qkNormFlag: "use_qk_norm" },
    experts: { width },
    refused: ["use_cla", "use_mla"],
  },

  mistral: { name: "mistral", windows: "every", presets: { sliding_window: 4096 } },
  ministral: { name: "mistral", windows: "every" },
  ministral3: { name: "mistral", windows: "every" },
  mixtral: { name: "mixtral", windows: "every", experts: { width } },
  phi3: { name: "phi", windows: "every" },
  phimoe: {
    name: "phi",
    windows: "every",
    normBias: true,
    attention: biases,
    experts: { width },
    extra: (config) =>
      config.flag("lm_head_bias")
        ? { extra: config.count("vocab_size"), extraNote: "Bias of the output head" }
        : undefined,
  },

  olmo: { name: "olmo", norms: 0, finalNorm: false, attention: biases },
  olmo2: { name: "olmo", attention: { ...biases, qkNorm: "full" } },
  olmo3: {
    name: "olmo",
    windows: "pattern",
    attention: { ...biases, qkNorm: "full" },
    presets: { sliding_window_pattern: 4, sliding_window: 4096 },
  },
  olmoe: { name: "olmo", attention: { ...biases, qkNorm: "full" }, experts: { width } },

  llama4: {
    name: "llama",
    windows: "chunks",
    attention: biases,
    dense: { width: "intermediate_size_mlp" },
    experts: { width, shared: width },
    presets: { interleave_moe_layer_step: 1, attention_chunk_size: 8192 },
  },
};
