import { groupedQuery, headDim } from "../attention";
import type { Config } from "../config";
import { mixture } from "../experts";
import type { Family } from "../family";
import { plainLayers } from "../hybrid-layers";

const tied = { tie_word_embeddings: true } as const;
const always = { qkvBias: true, outputBias: true } as const;
const twoMatrices = { gated: false, bias: true, times: 4 } as const;

const headBias = (config: Config) => ({
  extra: config.count("vocab_size"),
  extraNote: "Bias of the output head",
});

/** Attention and feed-forward part side by side behind one norm; biases in the latter and in the head. */
const parallel: Family = { name: "gpt-j", norms: 1, normBias: true, dense: twoMatrices, extra: headBias };

/** Falcon's parallel layers: one norm, or one for each side in the newer design. */
function falconNorms(config: Config): number {
  if (config.flag("new_decoder_architecture")) return config.optional("num_ln_in_parallel_attn") ?? 2;
  return config.flag("parallel_attn") ? 1 : 2;
}

/** Families after GPT-2, with two matrices a feed-forward part. */
export const gptFamilies: Record<string, Family> = {
  gpt2: {
    name: "gpt-2",
    normBias: true,
    attention: always,
    dense: twoMatrices,
    presets: tied,
    positions: (config) => config.count("max_position_embeddings"),
    refused: ["add_cross_attention"],
  },
  gpt_bigcode: {
    name: "starcoder",
    normBias: true,
    attention: always,
    dense: twoMatrices,
    presets: { ...tied, multi_query: true },
    positions: (config) => config.count("max_position_embeddings"),
  },
  starcoder2: {
    name: "starcoder",
    normBias: true,
    windows: "every",
    attention: { qkvBias: "use_bias", outputBias: "use_bias" },
    dense: { gated: false, bias: "use_bias" },
    presets: { ...tied, use_bias: true },
  },
  gptj: parallel,
  codegen: { ...parallel, name: "codegen" },
  phi: {
    ...parallel,
    name: "phi",
    attention: always,
    refused: ["qk_layernorm"],
  },
  gpt_neox: {
    name: "gpt-neox",
    normBias: true,
    attention: { qkvBias: "attention_bias", outputBias: "attention_bias" },
    dense: twoMatrices,
    presets: { attention_bias: true },
  },
  stablelm: {
    name: "stablelm",
    normBias: true,
    norms: (config) => (config.flag("use_parallel_residual") ? 1 : 2),
    attention: { qkvBias: "use_qkv_bias" },
    refused: ["qk_layernorm"],
  },
  stablelm_epoch: { name: "stablelm", normBias: true, attention: { qkvBias: "use_qkv_bias" } },
  bloom: {
    name: "bloom",
    normBias: true,
    embeddingNorm: true,
    attention: always,
    dense: twoMatrices,
    presets: tied,
  },
  opt: {
    name: "opt",
    normBias: true,
    attention: { qkvBias: "enable_bias", outputBias: "enable_bias" },
    dense: { gated: false, bias: "enable_bias" },
    presets: { ...tied, enable_bias: true, do_layer_norm_before: true },
    // The table starts with two rows for padding.
    positions: (config) => config.count("max_position_embeddings") + 2,
    layers: (config, family) => {
      const projected = config.optional("word_embed_proj_dim");
      if (projected && projected !== config.count("hidden_size")) {
        config.refuse("word_embed_proj_dim", "embeddings narrower than the layers are not supported");
      }
      if (!config.flag("do_layer_norm_before"))
        config.refuse("do_layer_norm_before", "norms behind the layers are not supported");
      return plainLayers(config, family);
    },
  },
  falcon: {
    name: "falcon",
    normBias: true,
    norms: falconNorms,
    attention: { qkvBias: "bias", outputBias: "bias" },
    dense: { gated: false, bias: "bias", times: 4 },
    presets: { ...tied, multi_query: true, parallel_attn: true },
  },
  mpt: {
    name: "mpt",
    presets: { ...tied, no_bias: true },
    layers: (config, family) => {
      if (!config.flag("no_bias")) config.refuse("no_bias", "biases are not supported in this family");
      const attention = config.part("attn_config");
      if (attention?.flag("qk_ln"))
        attention.refuse("qk_ln", "norms on queries and keys are not supported in this family");
      const hidden = config.count("hidden_size");
      const heads = config.count("num_attention_heads");
      const kvHeads =
        attention?.optional("kv_n_heads") ??
        (attention?.raw("attn_type") === "multiquery_attention" ? 1 : heads);
      const ffn = { kind: "dense" as const, width: config.count("expansion_ratio") * hidden, gated: false };
      const mixer = groupedQuery(config, family, { heads, kvHeads, headDim: hidden / heads });
      return new Array(config.count("num_hidden_layers")).fill({ mixer, ffn, norms: 2 });
    },
    positions: (config) =>
      config.flag("learned_pos_emb") && config.part("attn_config")?.raw("alibi") === false
        ? config.count("max_position_embeddings")
        : undefined,
  },
  dbrx: {
    name: "dbrx",
    layers: (config, family) => {
      const attention =
        config.part("attn_config") ?? config.refuse("attn_config", "expected an object, it is missing");
      const experts =
        config.part("ffn_config") ?? config.refuse("ffn_config", "expected an object, it is missing");
      const heads = config.count("num_attention_heads");
      const shape = { heads, kvHeads: attention.count("kv_n_heads"), headDim: headDim(config, heads) };
      const mixer = groupedQuery(config, family, shape);
      const ffn = mixture(experts, { ...family, experts: { width: "intermediate_size" } });
      return new Array(config.count("num_hidden_layers")).fill({ mixer, ffn, norms: 2 });
    },
  },
};
