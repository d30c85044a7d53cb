import type { Family } from "../family";
import { gemma3nLayers, gemma4Layers, layerEmbeddings } from "../gemma-layers";

const biases = { qkvBias: "attention_bias", outputBias: "attention_bias" } as const;
const tied = { tie_word_embeddings: true } as const;

/** Google's, Cohere's, GLM's dense and OpenAI's open families. */
export const gemmaFamilies: Record<string, Family> = {
  gemma: { name: "gemma", attention: biases, presets: { ...tied, head_dim: 256 } },
  gemma2: {
    name: "gemma",
    norms: 4,
    windows: "pattern",
    attention: biases,
    presets: { ...tied, head_dim: 256, sliding_window_pattern: 2, sliding_window: 4096 },
  },
  gemma3: {
    name: "gemma",
    norms: 4,
    windows: "pattern",
    attention: { ...biases, qkNorm: "per-head" },
    presets: {
      ...tied,
      num_attention_heads: 8,
      num_key_value_heads: 4,
      head_dim: 256,
      vocab_size: 262_208,
      max_position_embeddings: 131_072,
      sliding_window: 4096,
      sliding_window_pattern: 6,
    },
  },
  gemma4: {
    name: "gemma",
    layers: gemma4Layers,
    windows: "pattern",
    attention: { qkNorm: "per-head" },
    experts: {},
    presets: { ...tied, sliding_window_pattern: 6 },
    refused: ["attention_bias"],
    extra: layerEmbeddings,
  },
  gemma3n: {
    name: "gemma",
    layers: gemma3nLayers,
    windows: "pattern",
    attention: { qkNorm: "per-head" },
    presets: {
      ...tied,
      sliding_window_pattern: 5,
      head_dim: 256,
      vocab_size: 262_400,
      vocab_size_per_layer_input: 262_144,
      hidden_size_per_layer_input: 256,
      altup_num_inputs: 4,
      laurel_rank: 64,
    },
    refused: ["attention_bias"],
    extra: layerEmbeddings,
  },

  cohere: {
    name: "command",
    norms: 1,
    attention: { ...biases, qkNorm: "full", qkNormFlag: "use_qk_norm" },
    presets: tied,
  },
  cohere2: {
    name: "command",
    norms: 1,
    windows: "pattern",
    attention: biases,
    presets: { ...tied, sliding_window_pattern: 4, sliding_window: 4096 },
  },

  cohere2_moe: {
    name: "command",
    norms: 1,
    windows: "pattern",
    attention: biases,
    experts: { width: "intermediate_size" },
    presets: { ...tied, sliding_window_pattern: 4, sliding_window: 4096 },
  },

  glm: { name: "glm", attention: { qkvBias: "attention_bias" }, presets: { attention_bias: true } },
  glm4: { name: "glm", norms: 4, attention: { qkvBias: "attention_bias" } },
  glm4v: {
    name: "glm",
    norms: 4,
    attention: { qkvBias: "attention_bias" },
    presets: { attention_bias: true },
  },
  chatglm: {
    name: "glm",
    normBias: "!rmsnorm",
    attention: { qkvBias: "add_qkv_bias", outputBias: "add_bias_linear" },
    dense: { bias: "add_bias_linear" },
    presets: { rmsnorm: true },
  },

  gpt_oss: {
    name: "gpt-oss",
    windows: "pattern",
    attention: { ...biases, sinks: true },
    experts: { width: "intermediate_size", routerBias: true, expertBias: true },
    presets: { attention_bias: true, head_dim: 64, sliding_window_pattern: 2, sliding_window: 128 },
  },
};
