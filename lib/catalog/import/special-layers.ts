import type { Mixer, MixerOf } from "../schema";
import { groupedQuery, headShape, latent } from "./attention";
import type { Config } from "./config";
import { shown } from "./config-error";
import { denseFfn, mixture } from "./experts";
import type { Family, Layer } from "./family";
import { plainLayers, withFfns } from "./hybrid-layers";
import { reaches } from "./windows";

/** DeepSeek V4: a window beside a compressed history; the file gives each layer's ratio, 0 for the window alone. */
export function compressedLayers(config: Config, family: Family): Layer[] {
  const layers = config.count("num_hidden_layers");
  const ratios =
    config.list("compress_ratios") ??
    config.refuse("compress_ratios", "expected a list with an entry a layer, it is missing");
  if (ratios.length < layers)
    config.refuse("compress_ratios", `expected ${layers} entries, got ${ratios.length}`);
  const base: MixerOf<"compressed"> = {
    kind: "compressed",
    heads: config.count("num_attention_heads"),
    headDim: config.count("head_dim"),
    queryRank: config.count("q_lora_rank"),
    ropeDim: config.count("qk_rope_head_dim"),
    outputGroups: config.count("o_groups"),
    outputRank: config.count("o_lora_rank"),
    window: config.count("sliding_window"),
    sinks: true,
  };
  const index = {
    heads: config.count("index_n_heads"),
    dim: config.count("index_head_dim"),
    topk: config.count("index_topk"),
  };
  // V4.1: few layers keep a history, and few score it; the others read what those kept and picked.
  const sources = config.list("kv_source_layer_ids");
  const picks = config.list("index_source_layer_ids");
  const mixers: Mixer[] = Array.from({ length: layers }, (_, layer) => {
    const ratio = ratios[layer];
    if (ratio === 0) return base;
    if (typeof ratio !== "number" || !Number.isInteger(ratio) || ratio < 0) {
      config.refuse("compress_ratios", `expected whole numbers, got ${shown(ratio)}`);
    }
    if (sources) {
      const own = sources.includes(layer);
      const pick =
        picks?.includes(layer) === false ? { index: { ...index, shared: true as const } } : { index };
      return { ...base, ratio, ...pick, ...(own ? {} : { sharedHistory: true as const }) };
    }
    // The short ratio overlaps its windows and picks entries by an index; the long one reads all of them.
    return ratio === 4 ? { ...base, ratio, overlap: true, index } : { ...base, ratio };
  });
  const hashed = config.optional("num_hash_layers") ?? 0;
  return withFfns(mixers, config, family).map((layer, number) => {
    if (layer.ffn.kind !== "moe" || number >= hashed) return layer;
    // Layers that pick experts by a hash of the token have no bias to balance the router.
    const { routerBias: _, ...ffn } = layer.ffn;
    return { ...layer, ffn };
  });
}

/** MiMo V2: windowed layers have heads of their own, and sinks. */
export function mimoLayers(config: Config, family: Family): Layer[] {
  const layers = config.count("num_hidden_layers");
  const pattern =
    config.list("hybrid_layer_pattern") ??
    config.refuse("hybrid_layer_pattern", "expected a list with an entry a layer, it is missing");
  if (pattern.length < layers)
    config.refuse("hybrid_layer_pattern", `expected ${layers} entries, got ${pattern.length}`);
  const full = { ...headShape(config), valueDim: config.count("v_head_dim") };
  const narrow = {
    heads: config.optional("swa_num_attention_heads") ?? full.heads,
    kvHeads: config.optional("swa_num_key_value_heads") ?? full.kvHeads,
    headDim: config.optional("swa_head_dim") ?? full.headDim,
    valueDim: config.optional("swa_v_head_dim") ?? full.valueDim,
  };
  const sinks = (flag: string) => (config.flag(flag) ? { sinks: true } : {});
  const mixers = Array.from({ length: layers }, (_, layer) =>
    pattern[layer] === 1
      ? {
          ...groupedQuery(config, family, narrow, { window: config.count("sliding_window") }),
          ...sinks("add_swa_attention_sink_bias"),
        }
      : { ...groupedQuery(config, family, full), ...sinks("add_full_attention_sink_bias") },
  );
  return withFfns(mixers, config, family);
}

/** Step 3.5: `attention_other_setting` gives windowed layers heads of their own. */
export function stepLayers(config: Config, family: Family): Layer[] {
  const other = config.part("attention_other_setting");
  if (!other) return plainLayers(config, family);
  const shape = headShape(config);
  const narrow = {
    heads: other.count("num_attention_heads"),
    kvHeads: other.count("num_key_value_heads"),
    headDim: other.optional("head_dim") ?? shape.headDim,
  };
  const mixers = reaches(config, family, config.count("num_hidden_layers")).map((reach) =>
    groupedQuery(config, family, reach.window ? narrow : shape, reach),
  );
  return withFfns(mixers, config, family);
}

/** MiniMax M3: block-sparse layers hold an index beside their cache. */
export function sparseBlockLayers(config: Config, family: Family): Layer[] {
  const sparse = config.part("sparse_attention_config");
  const layers = plainLayers(config, family);
  if (!sparse?.flag("use_sparse_attention")) return layers;
  const marks = sparse.list("sparse_attention_freq") ?? layers.map(() => 1);
  const index = {
    heads: sparse.count("sparse_num_index_heads"),
    dim: sparse.count("sparse_index_dim"),
    topk: sparse.count("sparse_topk_blocks"),
    block: sparse.count("sparse_block_size"),
  };
  return layers.map((layer, number) =>
    marks[number] === 1 && layer.mixer.kind === "gqa"
      ? { ...layer, mixer: { ...layer.mixer, index } }
      : layer,
  );
}

/** LongCat: each block is two latent attentions with dense parts, and a mixture beside the second. */
export function longcatLayers(config: Config, family: Family): Layer[] {
  config.note("A block's two attentions and its mixture are laid out as three layers");
  const attention = latent(config);
  const dense = denseFfn(config, family, "ffn_hidden_size");
  const idle = config.optional("zero_expert_num") ?? 0;
  const moe = mixture(config, { ...family, experts: { ...family.experts, width: "expert_ffn_hidden_size" } });
  // A token spends some of its choices on experts that do nothing: on average as many as their share.
  const perToken = Math.round((moe.perToken * moe.experts) / (moe.experts + idle));
  if (idle) config.note(`Of ${moe.perToken} chosen experts ${perToken} compute on average`);
  const router = {
    routerExtra: idle * config.count("hidden_size") + (family.experts?.routerBias ? idle : 0),
  };
  const block: Layer[] = [
    { mixer: attention, ffn: dense, norms: 2 },
    { mixer: attention, ffn: dense, norms: 2 },
    { mixer: { kind: "none" }, ffn: { ...moe, perToken, ...(idle ? router : {}) }, norms: 0 },
  ];
  return Array.from({ length: config.count("num_layers") }, () => block).flat();
}
