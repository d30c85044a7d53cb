import type { MixerOf } from "../schema";
import type { Config } from "./config";

/** Gated delta network of Qwen's hybrids. */
export function gatedDelta(config: Config): MixerOf<"gdn"> {
  return {
    kind: "gdn",
    keyHeads: config.count("linear_num_key_heads"),
    valueHeads: config.count("linear_num_value_heads"),
    keyDim: config.count("linear_key_head_dim"),
    valueDim: config.count("linear_value_head_dim"),
    convolution: config.count("linear_conv_kernel_dim"),
  };
}

/** Kimi delta attention, described by an object of its own. */
export function kimiDelta(config: Config): MixerOf<"kda"> {
  return {
    kind: "kda",
    heads: config.count("num_heads"),
    headDim: config.count("head_dim"),
    convolution: config.count("short_conv_kernel_size"),
    ...(config.flag("use_full_rank_gate") ? { fullRankGate: true } : {}),
  };
}

/** Mamba with a low-rank step. Files give its rank as a number or as "auto", a sixteenth of the hidden width. */
export function mamba1(config: Config): MixerOf<"mamba1"> {
  const hidden = config.count("hidden_size");
  const automatic = !config.has("mamba_dt_rank") || config.raw("mamba_dt_rank") === "auto";
  return {
    kind: "mamba1",
    inner: hidden * config.count("mamba_expand"),
    state: config.count("ssm_state_size"),
    stepRank: automatic ? Math.ceil(hidden / 16) : config.count("mamba_dt_rank"),
    convolution: config.count("conv_kernel"),
  };
}

/** Mamba on its own, with its sizes under plain names; norms inside have no weights. */
export function plainMamba1(config: Config): MixerOf<"mamba1"> {
  if (config.flag("use_bias")) config.refuse("use_bias", "biases on Mamba projections are not supported");
  const hidden = config.count("hidden_size");
  const rank = config.raw("time_step_rank");
  return {
    kind: "mamba1",
    inner: config.optional("intermediate_size") ?? hidden * config.count("expand"),
    state: config.count("ssm_state_size"),
    stepRank: rank === undefined || rank === "auto" ? Math.ceil(hidden / 16) : config.count("time_step_rank"),
    convolution: config.count("conv_kernel"),
    innerNorms: false,
  };
}

/** Gated short convolution. */
export function shortConvolution(config: Config): MixerOf<"shortconv"> {
  if (config.flag("conv_bias")) config.refuse("conv_bias", "biases on short convolutions are not supported");
  return {
    kind: "shortconv",
    width: config.optional("conv_dim") ?? config.count("hidden_size"),
    convolution: config.count("conv_L_cache"),
  };
}

/** In hybrids the plain names are those of the attention. */
const MAMBA2_FIELDS: readonly [heads: string, headDim: string] = ["mamba_num_heads", "mamba_head_dim"];

/** Mamba 2. Biases of its projections are not in a record. */
export function mamba2(config: Config, [headsField, dimField] = MAMBA2_FIELDS): MixerOf<"mamba2"> {
  for (const bias of ["use_bias", "mamba_proj_bias"]) {
    if (config.flag(bias)) config.refuse(bias, "biases on Mamba 2 projections are not supported");
  }
  const heads = config.count(headsField);
  const automatic = config.raw(dimField) === "auto";
  const inner =
    config.optional("mamba_d_ssm") ??
    (automatic ? config.count("hidden_size") * (config.optional("mamba_expand") ?? 1) : 0);
  return {
    kind: "mamba2",
    heads,
    headDim: automatic ? inner / heads : config.count(dimField),
    groups: config.count("n_groups"),
    state: config.count("ssm_state_size"),
    convolution: config.count("conv_kernel"),
    ...(config.flag("use_conv_bias") ? { convolutionBias: true } : {}),
    ...(config.raw("mamba_rms_norm") === false ? { gatedNorm: false as const } : {}),
  };
}
