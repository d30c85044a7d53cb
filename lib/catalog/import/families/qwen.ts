import type { Family } from "../family";
import { plainLayers, qwenHybrid } from "../hybrid-layers";
import { likeLastLayer } from "../prediction";

const qwen2: Family = { name: "qwen2", windows: "switched", attention: { qkvBias: true } };
const qwen3: Family = {
  name: "qwen3",
  windows: "switched",
  attention: { qkvBias: "attention_bias", outputBias: "attention_bias", qkNorm: "per-head" },
  presets: { head_dim: 128 },
};
const hybrid: Family = {
  name: "qwen3",
  attention: {
    qkvBias: "attention_bias",
    outputBias: "attention_bias",
    qkNorm: "per-head",
    outputGate: "full",
  },
  layers: qwenHybrid,
  presets: {
    head_dim: 256,
    linear_num_key_heads: 16,
    linear_num_value_heads: 32,
    linear_key_head_dim: 128,
    linear_value_head_dim: 128,
    linear_conv_kernel_dim: 4,
  },
};
const mixture: Family = { ...qwen3, experts: {} };

/** Qwen's families. */
export const qwenFamilies: Record<string, Family> = {
  qwen: {
    name: "qwen",
    attention: { qkvBias: true },
    // The first Qwen counts the gate and up matrices' widths together.
    layers: (config, family) =>
      plainLayers(config, family).map((layer) =>
        layer.ffn.kind === "dense" ? { ...layer, ffn: { ...layer.ffn, width: layer.ffn.width / 2 } } : layer,
      ),
  },
  qwen2,
  qwen2_vl: qwen2,
  qwen2_5_vl: qwen2,
  qwen2_5_omni: qwen2,
  qwen2_moe: { ...qwen2, experts: { sharedGate: true } },
  qwen3,
  qwen3_vl: { ...qwen3, name: "qwen3-vl" },
  qwen3_moe: mixture,
  qwen3_vl_moe: { ...mixture, name: "qwen3-vl" },
  qwen3_omni_moe: mixture,
  qwen3_next: {
    ...hybrid,
    name: "qwen3-next",
    experts: { optional: true, sharedGate: true },
    prediction: likeLastLayer,
  },
  qwen3_5: { ...hybrid, name: "qwen3.5", prediction: likeLastLayer },
  qwen3_5_moe: { ...hybrid, name: "qwen3.5", experts: { sharedGate: true }, prediction: likeLastLayer },
};
