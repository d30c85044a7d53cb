import { blockLayers } from "../block-configs";
import type { Family } from "../family";
import {
  convolutionHybrid,
  graniteHybrid,
  jambaHybrid,
  minimaxHybrid,
  parallelHybrid,
  plainLayers,
} from "../hybrid-layers";
import { nemotronPattern } from "../nemotron-pattern";
import { likeLastLayer, nemotronPrediction } from "../prediction";
import { sparseBlockLayers } from "../special-layers";
import { mamba2, plainMamba1 } from "../state-space";

const biases = { qkvBias: "attention_bias", outputBias: "attention_bias" } as const;
const width = "intermediate_size";
const tied = { tie_word_embeddings: true } as const;
const mambaOnly: Family["layers"] = (config) => {
  const layer = { mixer: plainMamba1(config), ffn: { kind: "none" as const }, norms: 1 };
  return new Array(config.count("num_hidden_layers")).fill(layer);
};
const lightning: Family = { name: "minimax", layers: minimaxHybrid, experts: { width } };
const blocks: Family = { name: "nemotron", layers: blockLayers, attention: biases };

/** Families that mix attention with state spaces or linear attention, and those of NVIDIA and MiniMax. */
export const hybridFamilies: Record<string, Family> = {
  nemotron: {
    name: "nemotron",
    normBias: true,
    attention: biases,
    dense: { gated: false, bias: "mlp_bias" },
  },
  nemotron_h: {
    name: "nemotron",
    layers: nemotronPattern,
    attention: biases,
    dense: { gated: false, bias: "mlp_bias" },
    experts: { routerBias: true },
    prediction: nemotronPrediction,
    refused: ["mlp_bias"],
  },
  "nemotron-nas": blocks,
  deci: blocks,

  minimax: lightning,
  minimax_m1: lightning,
  minimax_text_01: lightning,
  minimax_m2: {
    name: "minimax",
    attention: { qkNorm: "full", qkNormFlag: "use_qk_norm" },
    experts: { width, routerBias: "use_routing_bias" },
    presets: { use_qk_norm: true, use_routing_bias: true },
  },
  minimax_m3: {
    name: "minimax",
    layers: sparseBlockLayers,
    attention: { qkNorm: "per-head", qkNormFlag: "use_qk_norm" },
    dense: { width: "dense_intermediate_size" },
    experts: { width, routerBias: "use_routing_bias" },
    prediction: likeLastLayer,
    refused: ["attention_output_gate"],
  },

  jamba: {
    name: "jamba",
    layers: jambaHybrid,
    experts: { width },
    presets: { ssm_state_size: 16, conv_kernel: 4, mamba_expand: 2 },
  },
  bamba: {
    name: "bamba",
    layers: graniteHybrid,
    attention: biases,
    dense: { bias: "mlp_bias" },
    presets: { use_conv_bias: true },
  },
  granitemoehybrid: {
    name: "granite",
    layers: graniteHybrid,
    attention: biases,
    // Without experts the shared part is the feed-forward part.
    dense: { width: "shared_expert_intermediate_size" },
    experts: { width, optional: true },
    presets: { use_conv_bias: true },
  },
  mamba: {
    name: "mamba",
    layers: mambaOnly,
    presets: { ...tied, ssm_state_size: 16, conv_kernel: 4, expand: 2 },
  },
  falcon_mamba: {
    name: "falcon",
    layers: mambaOnly,
    presets: { ssm_state_size: 16, conv_kernel: 4 },
  },
  falcon_h1: {
    name: "falcon",
    layers: parallelHybrid,
    attention: biases,
    dense: { bias: "mlp_bias" },
    presets: { use_conv_bias: true },
  },
  lfm2: { name: "lfm2", layers: convolutionHybrid, attention: { qkNorm: "per-head" }, presets: tied },
  lfm2_moe: {
    name: "lfm2",
    layers: convolutionHybrid,
    attention: { qkNorm: "per-head" },
    experts: { routerBias: "use_expert_bias" },
    presets: tied,
  },
  mamba2: {
    name: "mamba",
    layers: (config) => {
      const layer = {
        mixer: mamba2(config, ["num_heads", "head_dim"]),
        ffn: { kind: "none" as const },
        norms: 1,
      };
      return new Array(config.count("num_hidden_layers")).fill(layer);
    },
    presets: { n_groups: 8, use_conv_bias: true, conv_kernel: 4 },
  },

  apertus: {
    name: "apertus",
    attention: { ...biases, qkNorm: "per-head" },
    dense: { gated: false },
    layers: (config, family) =>
      plainLayers(config, family).map((layer) => ({
        ...layer,
        extra: 2,
        extraNote: "Learned slopes of the activation",
      })),
  },
};
