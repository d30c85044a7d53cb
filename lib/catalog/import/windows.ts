import type { Config } from "./config";
import { shown } from "./config-error";
import type { Family } from "./family";

/** What a layer's queries see back, in tokens; `chunked` on a fixed grid. */
export type Reach = { window?: number; chunked?: boolean };

const FULL = new Set(["full_attention", "attention", "full", "global"]);
const SLIDING = new Set(["sliding_attention", "sliding", "local"]);

/** The reach of each layer's attention. */
export function reaches(config: Config, family: Family, layers: number): Reach[] {
  const windowed = windowedLayers(config, family, layers);
  if (!windowed.includes(true)) return windowed.map(() => ({}));
  const chunked = family.windows === "chunks";
  const field = chunked ? "attention_chunk_size" : "sliding_window";
  const window = config.count(field);
  const longest = config.optional("max_position_embeddings");
  if (longest !== undefined && window >= longest) {
    config.note(`${config.name(field)} of ${window} is no limit in a context of ${longest}`);
    return windowed.map(() => ({}));
  }
  return windowed.map((limited) => (limited ? { window, ...(chunked ? { chunked } : {}) } : {}));
}

function windowedLayers(config: Config, family: Family, layers: number): boolean[] {
  if (config.has("layer_types")) return layerTypes(config, layers).map((type) => isWindowed(type, config));
  const all = Array.from({ length: layers }, (_, layer) => layer);
  const given = config.has("sliding_window");
  switch (family.windows) {
    case "every":
      return all.map(() => config.optional("sliding_window") !== undefined);
    case "switched": {
      if (!given || !config.flag("use_sliding_window")) return all.map(() => false);
      const first = config.optional("max_window_layers") ?? 0;
      return all.map((layer) => layer >= first);
    }
    case "pattern": {
      const period = patternPeriod(config);
      return all.map((layer) => period !== undefined && (layer + 1) % period !== 0);
    }
    case "chunks":
      return chunkedLayers(config, all);
    default:
      if (config.optional("sliding_window"))
        config.note(`${config.name("sliding_window")} is not used by this family`);
      return all.map(() => false);
  }
}

/** The kinds of layers that the file lists; kinds of prediction layers may follow and are cut off. */
export function layerTypes(config: Config, layers: number, field = "layer_types"): string[] {
  const types = config.list(field) ?? config.refuse(field, "expected a list of layer kinds, it is missing");
  if (types.length < layers) {
    config.refuse(field, `expected ${layers} entries, one a layer, got ${types.length}`);
  }
  if (types.length > layers)
    config.note(`${config.name(field)} has ${types.length} entries for ${layers} layers: the first are used`);
  return types.slice(0, layers).map((type) => (typeof type === "string" ? type : shown(type)));
}

function isWindowed(type: string, config: Config): boolean {
  if (FULL.has(type)) return false;
  if (SLIDING.has(type) || type === "chunked_attention") return true;
  config.refuse("layer_types", `layers of kind ${shown(type)} are not supported in this family`);
}

/** "LLLG" and 4 both mean that each fourth layer sees everything. */
function patternPeriod(config: Config): number | undefined {
  const pattern = config.raw("sliding_window_pattern");
  if (typeof pattern !== "string") return config.optional("sliding_window_pattern");
  if (!/^L+G$/.test(pattern))
    config.refuse("sliding_window_pattern", `expected a number or L…LG, got ${shown(pattern)}`);
  return pattern.length;
}

function chunkedLayers(config: Config, all: number[]): boolean[] {
  if (!config.has("attention_chunk_size")) return all.map(() => false);
  const rotated = config.list("no_rope_layers");
  if (rotated && rotated.length > 0) {
    if (rotated.length < all.length)
      config.refuse("no_rope_layers", `expected ${all.length} entries, got ${rotated.length}`);
    return all.map((layer) => rotated[layer] === 1 || rotated[layer] === true);
  }
  const period = config.optional("no_rope_layer_interval") ?? 4;
  if (!config.has("no_rope_layer_interval")) {
    config.note(
      "no_rope_layers is absent: each 4th layer attends to everything, as this family's code has it",
    );
  }
  return all.map((layer) => (layer + 1) % period !== 0);
}
