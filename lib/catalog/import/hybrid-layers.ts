import type { Mixer } from "../schema";
import { attentionLayers, groupedQuery, headShape, latent } from "./attention";
import type { Config } from "./config";
import { shown } from "./config-error";
import { ffnLayers } from "./experts";
import type { Family, Layer } from "./family";
import { gatedDelta, kimiDelta, mamba1, mamba2, shortConvolution } from "./state-space";
import { layerTypes } from "./windows";

/** Puts a mixer and the general feed-forward parts together, two norms a layer unless the family says otherwise. */
export function withFfns(mixers: Mixer[], config: Config, family: Family): Layer[] {
  const ffns = ffnLayers(config, family);
  const norms = typeof family.norms === "function" ? family.norms(config) : (family.norms ?? 2);
  return mixers.map((mixer, layer) => ({ mixer, ffn: ffns[layer] ?? { kind: "none" }, norms }));
}

/** Layers whose mixers the general rules give. */
export const plainLayers = (config: Config, family: Family): Layer[] =>
  withFfns(attentionLayers(config, family), config, family);

/** Linear attention in all but each n-th layer (Qwen3-Next, Qwen3.5). */
export function qwenHybrid(config: Config, family: Family): Layer[] {
  const layers = config.count("num_hidden_layers");
  const interval = config.optional("full_attention_interval") ?? 4;
  const full = config.has("layer_types")
    ? layerTypes(config, layers).map((type) => isFull(type, "linear_attention", config))
    : Array.from({ length: layers }, (_, layer) => (layer + 1) % interval === 0);
  const linear = gatedDelta(config);
  const attention = groupedQuery(config, family, headShape(config));
  return withFfns(
    full.map((it) => (it ? attention : linear)),
    config,
    family,
  );
}

function isFull(type: string, other: string, config: Config, field = "layer_types"): boolean {
  if (type === "full_attention" || type === "attention") return true;
  if (type === other) return false;
  config.refuse(field, `layers of kind ${shown(type)} are not supported in this family`);
}

/** Kimi's delta attention beside latent attention; layers are numbered from 1, and from 0 where 0 is among them. */
export function kimiHybrid(config: Config, family: Family): Layer[] {
  const linear =
    config.part("linear_attn_config") ??
    config.refuse("linear_attn_config", "expected an object, it is missing");
  const layers = config.count("num_hidden_layers");
  const full =
    linear.list("full_attn_layers") ??
    linear.refuse("full_attn_layers", "expected a list of layer numbers, it is missing");
  const first = linear.list("kda_layers")?.includes(0) ? 0 : 1;
  const delta = kimiDelta(linear);
  const attention = latent(config);
  const mixers = Array.from({ length: layers }, (_, layer) =>
    full.includes(layer + first) ? attention : delta,
  );
  const extra = config.has("attn_res_block_size") ? 4 * config.count("hidden_size") : 0;
  const extraNote = "Attention over earlier residuals before each sublayer: query and key norm";
  return withFfns(mixers, config, family).map((layer) => (extra ? { ...layer, extra, extraNote } : layer));
}

/** Lightning attention where the file says 0 or "linear_attention" (MiniMax). */
export function minimaxHybrid(config: Config, family: Family): Layer[] {
  const layers = config.count("num_hidden_layers");
  const types = config.list("attn_type_list") ?? layerTypes(config, layers);
  if (types.length < layers)
    config.refuse("attn_type_list", `expected ${layers} entries, one a layer, got ${types.length}`);
  const attention = groupedQuery(config, family, headShape(config));
  const lightning = { kind: "lightning" as const, heads: attention.heads, headDim: attention.headDim };
  const mixers = Array.from({ length: layers }, (_, layer) => {
    const type = types[layer];
    const full = type === 1 || (type !== 0 && isFull(String(type), "linear_attention", config));
    return full ? attention : lightning;
  });
  return withFfns(mixers, config, family);
}

/** Attention in each n-th layer, Mamba in the others (Jamba). */
export function jambaHybrid(config: Config, family: Family): Layer[] {
  const layers = config.count("num_hidden_layers");
  const period = config.count("attn_layer_period");
  const offset = config.optional("attn_layer_offset") ?? 0;
  const mamba = mamba1(config);
  const attention = groupedQuery(config, family, headShape(config));
  const mixers = Array.from({ length: layers }, (_, layer) =>
    layer % period === offset ? attention : mamba,
  );
  return withFfns(mixers, config, family);
}

/** Mamba 2 where the file says so, attention elsewhere (Granite 4, Bamba). */
export function graniteHybrid(config: Config, family: Family): Layer[] {
  const layers = config.count("num_hidden_layers");
  const listed = config.list("attn_layer_indices");
  const full = listed
    ? Array.from({ length: layers }, (_, layer) => listed.includes(layer))
    : layerTypes(config, layers).map((type) => isFull(type, "mamba", config));
  const attention = groupedQuery(config, family, headShape(config));
  const mamba = full.includes(false) ? mamba2(config) : attention;
  return withFfns(
    full.map((it) => (it ? attention : mamba)),
    config,
    family,
  );
}

/** Gated short convolutions in all layers but those of the file's list (LFM2). */
export function convolutionHybrid(config: Config, family: Family): Layer[] {
  const layers = config.count("num_hidden_layers");
  const listed = config.list("full_attn_idxs");
  const full = listed
    ? Array.from({ length: layers }, (_, layer) => listed.includes(layer))
    : layerTypes(config, layers).map((type) => isFull(type, "conv", config));
  const attention = groupedQuery(config, family, headShape(config));
  const convolution = shortConvolution(config);
  return withFfns(
    full.map((it) => (it ? attention : convolution)),
    config,
    family,
  );
}

/** Attention and Mamba 2 side by side in every layer (Falcon-H1), laid out one after the other. */
export function parallelHybrid(config: Config, family: Family): Layer[] {
  config.note("Attention and Mamba 2 of a layer run side by side: each layer is laid out as two");
  const layers = config.count("num_hidden_layers");
  const attention = groupedQuery(config, family, headShape(config));
  const mamba = { mixer: mamba2(config), ffn: { kind: "none" as const }, norms: 0 };
  const ffns = ffnLayers(config, family);
  return Array.from({ length: layers }, (_, layer) => [
    mamba,
    { mixer: attention, ffn: ffns[layer] ?? { kind: "none" as const }, norms: 2 },
  ]).flat();
}
