import type { Mixer, MixerOf } from "../schema";
import type { Config } from "./config";
import { type Family, holds } from "./family";
import { type Reach, reaches } from "./windows";

/** The width of one head: given, or the hidden width divided among the heads. */
export function headDim(config: Config, heads: number): number {
  const given = config.optional("head_dim");
  if (given !== undefined) return given;
  const hidden = config.count("hidden_size");
  if (hidden % heads !== 0) {
    config.refuse(
      "head_dim",
      `expected a number of at least 1, it is missing and ${heads} heads do not divide ${hidden}`,
    );
  }
  config.note(
    `head_dim is absent: ${config.name("hidden_size")} / ${config.name("num_attention_heads")} = ${hidden / heads}`,
  );
  return hidden / heads;
}

/** Heads whose keys and values are kept: as many as query heads unless the file says fewer. */
function keyValueHeads(config: Config, heads: number): number {
  if (config.flag("multi_query"))
    return config.flag("new_decoder_architecture") ? config.count("num_key_value_heads") : 1;
  const given = config.optional("num_key_value_heads");
  if (given === undefined)
    config.note(`num_key_value_heads is absent: every one of the ${heads} heads has its own`);
  const kvHeads = given ?? heads;
  if (kvHeads > heads || heads % kvHeads !== 0) {
    config.refuse(
      "num_key_value_heads",
      `expected a divisor of the ${heads} attention heads, got ${kvHeads}`,
    );
  }
  return kvHeads;
}

type Shape = Pick<MixerOf<"gqa">, "heads" | "kvHeads" | "headDim">;

/** Heads and their width as the file's usual fields say. */
export function headShape(config: Config): Shape {
  const heads = config.count("num_attention_heads");
  return { heads, kvHeads: keyValueHeads(config, heads), headDim: headDim(config, heads) };
}

/** Grouped-query attention with the biases, norms and gates that the family's code has. */
export function groupedQuery(
  config: Config,
  family: Family,
  shape: Shape,
  reach: Reach = {},
): MixerOf<"gqa"> {
  const rules = family.attention ?? {};
  const normed = rules.qkNorm && (rules.qkNormFlag === undefined || config.flag(rules.qkNormFlag));
  return {
    kind: "gqa",
    ...shape,
    ...reach,
    ...(holds(rules.qkvBias, config) ? { qkvBias: true } : {}),
    ...(holds(rules.outputBias, config) ? { outputBias: true } : {}),
    ...(normed ? { qkNorm: rules.qkNorm } : {}),
    ...(rules.outputGate ? { outputGate: rules.outputGate } : {}),
    ...(rules.sinks ? { sinks: true } : {}),
  };
}

/** The attention of each layer: latent where the file has a latent's rank, grouped-query otherwise. */
export function attentionLayers(config: Config, family: Family): Mixer[] {
  const layers = config.count("num_hidden_layers");
  if (config.has("kv_lora_rank")) return latentLayers(config, layers);
  const shape = headShape(config);
  return reaches(config, family, layers).map((reach) => groupedQuery(config, family, shape, reach));
}

/** Multi-head latent attention with its indexer, where the file has one. */
export function latent(config: Config): MixerOf<"mla"> {
  if (config.flag("attention_bias"))
    config.refuse("attention_bias", "biases on latent attention are not supported");
  const queryRank = config.optional("q_lora_rank");
  const topk = config.optional("index_topk");
  const pool = config.flag("index_kpool_compress") ? config.optional("index_kpool") : undefined;
  const index = topk && {
    heads: config.count("index_n_heads"),
    dim: config.count("index_head_dim"),
    topk,
    ...(pool && pool > 1 ? { pool } : {}),
  };
  return {
    kind: "mla",
    heads: config.count("num_attention_heads"),
    ...(queryRank ? { queryRank } : {}),
    kvRank: config.count("kv_lora_rank"),
    ropeDim: config.optional("qk_rope_head_dim") ?? 0,
    nopeDim: config.count("qk_nope_head_dim"),
    valueDim: config.count("v_head_dim"),
    ...(config.flag("mla_use_output_gate") ? { outputGate: true } : {}),
    ...(index ? { index } : {}),
  };
}

function latentLayers(config: Config, layers: number): Mixer[] {
  const one = latent(config);
  const types = config.list("indexer_types");
  return Array.from({ length: layers }, (_, layer) =>
    one.index && types?.[layer] === "shared" ? { ...one, index: { ...one.index, shared: true } } : one,
  );
}
