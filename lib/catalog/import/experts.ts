import type { Ffn, FfnOf } from "../schema";
import type { Config } from "./config";
import { shown } from "./config-error";
import { type Family, holds } from "./family";

/** The dense feed-forward part of the width in `field`. */
export function denseFfn(
  config: Config,
  family: Family,
  field = family.dense?.width ?? "intermediate_size",
): FfnOf<"dense"> {
  const rules = family.dense ?? {};
  const times = config.has(field) ? undefined : rules.times;
  if (times) config.note(`${config.name(field)} is absent: ${times} times the hidden width`);
  return {
    kind: "dense",
    width: times ? times * config.count("hidden_size") : config.count(field),
    gated: rules.gated ?? true,
    ...(holds(rules.bias, config) ? { bias: true } : {}),
  };
}

/** The mixture of experts as the file describes it. */
export function mixture(config: Config, family: Family): FfnOf<"moe"> {
  const rules = family.experts ?? {};
  const experts = config.count("num_experts");
  const perToken = config.count("num_experts_per_tok");
  if (perToken > experts)
    config.refuse(
      "num_experts_per_tok",
      `expected at most ${experts}, the experts there are, got ${perToken}`,
    );
  const width = expertWidth(config, family);
  const shared = sharedWidth(config, width) ?? (rules.shared ? config.count(rules.shared) : undefined);
  const latent = config.optional("moe_latent_size") ?? config.optional("routed_expert_hidden_size");
  return {
    kind: "moe",
    experts,
    perToken,
    width,
    gated: family.dense?.gated ?? true,
    ...(shared ? { shared } : {}),
    ...(shared && rules.sharedGate ? { sharedGate: true } : {}),
    ...(holds(rules.routerBias, config) || config.raw("topk_method") === "noaux_tc"
      ? { routerBias: true }
      : {}),
    ...(rules.expertBias ? { expertBias: true } : {}),
    ...(latent ? { latent } : {}),
    ...(latent && config.flag("latent_moe_use_norm") ? { latentNorm: true } : {}),
  };
}

function expertWidth(config: Config, family: Family): number {
  const field = family.experts?.width;
  if (config.has("moe_intermediate_size") || field === undefined)
    return config.count("moe_intermediate_size");
  return config.count(field);
}

/** All shared experts together: their own width, else as wide as a routed one, times their number. */
function sharedWidth(config: Config, width: number): number | undefined {
  const number = config.optional("n_shared_experts");
  const own = config.optional("shared_expert_intermediate_size");
  return own ? own * (number ?? 1) : number && number * width;
}

/** The feed-forward part of each layer. */
export function ffnLayers(config: Config, family: Family): Ffn[] {
  const layers = config.count("num_hidden_layers");
  const rules = family.experts;
  const without = !rules || (rules.optional && config.optional("num_experts") === undefined);
  if (without) {
    if (config.optional("num_experts"))
      config.note(`${config.name("num_experts")} is not used by this family`);
    return new Array<Ffn>(layers).fill(denseFfn(config, family));
  }
  const moe = mixture(config, family);
  const sparse = sparseLayers(config, layers);
  const dense = sparse.includes(false) ? denseFfn(config, family) : moe;
  return sparse.map((routed) => (routed ? moe : dense));
}

/** Which layers route to experts, by whichever field the file says it with; all, if it has none. */
export function sparseLayers(config: Config, layers: number): boolean[] {
  const all = Array.from({ length: layers }, (_, layer) => layer);
  const kinds = config.list("mlp_layer_types");
  if (kinds) return marked(config, "mlp_layer_types", kinds, all, (kind) => kind === "sparse");
  const frequency = config.raw("moe_layer_freq");
  if (Array.isArray(frequency))
    return marked(config, "moe_layer_freq", frequency, all, (mark) => mark === 1 || mark === true);
  const listed = layerNumbers(config, "moe_layers") ?? layerNumbers(config, "moe_layers_enum");
  if (listed) return all.map((layer) => listed.has(layer));
  const period = config.optional("expert_layer_period");
  if (period) return all.map((layer) => layer % period === (config.optional("expert_layer_offset") ?? 0));
  const interval = config.optional("interleave_moe_layer_step") ?? config.optional("moe_layer_interval");
  const step = interval ?? config.optional("decoder_sparse_step") ?? 1;
  const every = config.optional("moe_layer_freq") ?? 1;
  const first =
    config.optional("first_k_dense_replace") ??
    config.optional("moe_layer_start_index") ??
    config.optional("moe_layer_num_skipped") ??
    0;
  const end = config.raw("moe_layer_end_index") === -1 ? undefined : config.optional("moe_layer_end_index");
  const last = end ?? layers;
  const dense = layerNumbers(config, "mlp_only_layers");
  return all.map(
    (layer) =>
      layer >= first &&
      layer <= last &&
      layer % every === 0 &&
      (layer + 1) % step === 0 &&
      !dense?.has(layer),
  );
}

function marked(
  config: Config,
  field: string,
  marks: readonly unknown[],
  all: number[],
  is: (mark: unknown) => boolean,
) {
  if (marks.length < all.length)
    config.refuse(field, `expected ${all.length} entries, one a layer, got ${marks.length}`);
  return all.map((layer) => is(marks[layer]));
}

/** Layer numbers as a list or as text with commas; an empty list counts as absent. */
function layerNumbers(config: Config, field: string): Set<number> | undefined {
  const value = config.raw(field);
  const entries = typeof value === "string" ? value.split(",").map(Number) : (config.list(field) ?? []);
  if (entries.length === 0) return undefined;
  const wrong = entries.find((entry) => !Number.isInteger(entry));
  if (wrong !== undefined) config.refuse(field, `expected layer numbers, got ${shown(wrong)}`);
  return new Set(entries as number[]);
}
