import { groupedQuery, headDim } from "./attention";
import type { Config } from "./config";
import { isObject, shown } from "./config-error";
import type { Family, Layer } from "./family";

/** Networks found by search (Nemotron, DeciLM): every layer's attention and width on its own, either may be left out. */
export function blockLayers(config: Config, family: Family): Layer[] {
  const blocks =
    config.list("block_configs") ??
    config.refuse("block_configs", "expected a list of layers, it is missing");
  const heads = config.count("num_attention_heads");
  const dim = headDim(config, heads);
  return blocks.flatMap((block, layer) => {
    if (!isObject(block))
      config.refuse("block_configs", `expected an object for layer ${layer}, got ${shown(block)}`);
    const parts = config.inside(block, `block_configs.${layer}.`);
    const attention =
      parts.part("attention") ?? parts.refuse("attention", "expected an object, it is missing");
    const ffn = parts.part("ffn") ?? parts.refuse("ffn", "expected an object, it is missing");
    for (const part of [attention, ffn]) {
      if (part.flag("replace_with_linear"))
        part.refuse("replace_with_linear", "a single matrix in place of a sublayer is not supported");
    }
    const none = { kind: "none" } as const;
    const skipsAttention = attention.flag("no_op");
    const skipsFfn = ffn.flag("no_op");
    // A block that keeps neither passes the hidden state through.
    if (skipsAttention && skipsFfn) return [];
    const kvHeads = skipsAttention ? heads : heads / attention.count("n_heads_in_group");
    return {
      mixer: skipsAttention
        ? none
        : groupedQuery(config, family, { heads, kvHeads, headDim: dim }, windowOf(attention)),
      ffn: skipsFfn ? none : { kind: "dense", gated: true, width: width(ffn, config) },
      norms: (skipsAttention ? 0 : 1) + (skipsFfn ? 0 : 1),
    };
  });
}

function windowOf(attention: Config) {
  const window = attention.optional("window_length");
  return window ? { window } : {};
}

/** Given outright, or as a factor: two thirds of that many hidden widths, rounded up to a multiple of 256. */
function width(ffn: Config, config: Config): number {
  if (ffn.has("intermediate_size")) return ffn.count("intermediate_size");
  const factor = ffn.raw("ffn_mult");
  if (typeof factor !== "number" || !(factor > 0))
    ffn.refuse("ffn_mult", `expected a positive number, got ${shown(factor)}`);
  return Math.ceil(Math.trunc((2 * factor * config.count("hidden_size")) / 3) / 256) * 256;
}
