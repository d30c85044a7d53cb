import type { Family } from "../family";
import { kimiHybrid } from "../hybrid-layers";
import { denseWithHead, likeLastLayer, windowAlone } from "../prediction";
import { compressedLayers, longcatLayers, mimoLayers, stepLayers } from "../special-layers";

const biases = { qkvBias: "attention_bias", outputBias: "attention_bias" } as const;

/** A latent cache and a router balanced by a bias. */
const v3: Family = { name: "deepseek", experts: { routerBias: true }, prediction: likeLastLayer };

const mimoV2: Family = {
  name: "mimo",
  layers: mimoLayers,
  experts: {},
  attention: { qkvBias: "attention_bias" },
  presets: { add_swa_attention_sink_bias: true },
};
const step: Family = {
  name: "step",
  layers: stepLayers,
  windows: "every",
  attention: { qkNorm: "per-head", outputGate: "per-head" },
  experts: { routerBias: "use_moe_router_bias" },
  prediction: denseWithHead,
};
const kimiLinear: Family = {
  name: "kimi",
  layers: kimiHybrid,
  experts: { routerBias: true },
  extra: (config) =>
    config.has("attn_res_block_size")
      ? {
          extra: 2 * config.count("hidden_size"),
          extraNote: "Attention over earlier residuals at the output: query and key norm",
        }
      : undefined,
};
const bailing: Family = {
  name: "ling",
  attention: {
    qkvBias: "use_qkv_bias",
    outputBias: "use_bias",
    qkNorm: "per-head",
    qkNormFlag: "use_qk_norm",
  },
  dense: { bias: "use_bias" },
  experts: { routerBias: "moe_router_enable_expert_bias" },
};

/** DeepSeek's families, and those that took their mixtures and latent caches from it. */
export const deepseekFamilies: Record<string, Family> = {
  deepseek: { name: "deepseek", attention: biases, experts: { optional: true } },
  deepseek_v2: { name: "deepseek", experts: { optional: true } },
  deepseek_v3: v3,
  deepseek_v32: v3,
  deepseek_v4: {
    name: "deepseek",
    layers: compressedLayers,
    experts: { routerBias: true },
    prediction: windowAlone,
  },
  deepseek_v41: {
    name: "deepseek",
    layers: compressedLayers,
    experts: { routerBias: true },
  },
  mistral4: { name: "mistral", experts: {} },
  glm5_next: {
    name: "glm",
    layers: kimiHybrid,
    experts: { routerBias: true },
    prediction: likeLastLayer,
  },
  hy_v3: {
    name: "hunyuan",
    attention: { ...biases, qkNorm: "per-head", qkNormFlag: "use_qk_norm" },
    experts: { routerBias: "moe_router_enable_expert_bias" },
    prediction: likeLastLayer,
  },
  longcat_flash: {
    name: "longcat",
    layers: longcatLayers,
    experts: { routerBias: true },
    presets: { zero_expert_num: 256 },
  },
  afmoe: {
    name: "afmoe",
    norms: 4,
    windows: "pattern",
    attention: { qkNorm: "per-head", outputGate: "full" },
    experts: { routerBias: true },
    presets: { sliding_window_pattern: 4 },
  },
  exaone_moe: {
    name: "exaone",
    windows: "pattern",
    attention: { qkNorm: "per-head" },
    experts: { routerBias: true },
    prediction: likeLastLayer,
  },
  solar_open: { name: "solar", attention: biases, experts: { routerBias: true } },
  kimi_k2: { ...v3, name: "kimi" },
  kimi_k25: { ...v3, name: "kimi" },
  kimi_vl: { ...v3, name: "kimi" },
  kimi_linear: kimiLinear,
  kimi_k3: kimiLinear,
  glm_moe_dsa: { ...v3, name: "glm" },
  glm4_moe_lite: { ...v3, name: "glm" },
  glm4_moe: {
    name: "glm",
    attention: { qkvBias: "attention_bias", qkNorm: "per-head", qkNormFlag: "use_qk_norm" },
    experts: { routerBias: true },
    prediction: likeLastLayer,
  },
  glm4v_moe: {
    name: "glm",
    attention: { qkvBias: "attention_bias", qkNorm: "per-head", qkNormFlag: "use_qk_norm" },
    experts: { routerBias: true },
  },
  dots1: {
    name: "dots",
    windows: "switched",
    attention: { ...biases, qkNorm: "per-head" },
    experts: { routerBias: true },
  },
  bailing_moe: bailing,
  bailing_moe_v2: bailing,
  mimo: {
    name: "mimo",
    windows: "switched",
    attention: { qkvBias: "attention_bias" },
    presets: { attention_bias: true },
    prediction: likeLastLayer,
  },
  mimo_v2: mimoV2,
  mimo_v2_flash: mimoV2,
  step3p5: step,
  step3p7: step,
};
