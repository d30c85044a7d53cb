import type { MixerOf, Model } from "../schema";
import { groupedQuery, headShape } from "./attention";
import type { Config } from "./config";
import { denseFfn, ffnLayers } from "./experts";
import type { Family, Layer } from "./family";
import { reaches } from "./windows";

/** Gemma 4: full layers have wider heads and may take their values from the keys; experts beside a dense part. */
export function gemma4Layers(config: Config, family: Family): Layer[] {
  const hidden = config.count("hidden_size");
  const layers = config.count("num_hidden_layers");
  const windowed = headShape(config);
  const wide = {
    heads: windowed.heads,
    kvHeads: config.optional("num_global_key_value_heads") ?? windowed.kvHeads,
    headDim: config.optional("global_head_dim") ?? windowed.headDim,
  };
  const valueIsKey = config.flag("attention_k_eq_v") ? { valueIsKey: true } : {};
  const moe = config.flag("enable_moe_block");
  const ffns = ffnLayers(config, moe ? family : { ...family, experts: undefined });
  const denseWidth = moe ? { denseWidth: config.count("intermediate_size") } : {};
  const sharing = sharingLayers(config, layers);
  const double = config.flag("use_double_wide_mlp") ? 2 : 1;
  return reaches(config, family, layers).map((reach, layer) => {
    const ffn = ffns[layer] ?? { kind: "none" as const };
    const attention = reach.window
      ? groupedQuery(config, family, windowed, reach)
      : { ...groupedQuery(config, family, wide), ...valueIsKey };
    const shares = sharing[layer];
    const unused = shares ? storedUnused(hidden, attention) : 0;
    return {
      mixer: shares ? { ...attention, sharedCache: true as const } : attention,
      ffn:
        ffn.kind === "moe"
          ? // The router scales the hidden state, and each expert's output.
            { ...ffn, ...denseWidth, routerExtra: hidden + ffn.experts }
          : ffn.kind === "dense" && shares
            ? { ...ffn, width: ffn.width * double }
            : ffn,
      norms: moe ? 7 : 4,
      extra: 1 + unused,
      extraNote: shares ? `${SCALE}, and ${UNUSED}` : SCALE,
    };
  });
}

/** Gemma 3n: residual streams that predict one another, low-rank residuals, and inputs of each layer's own. */
export function gemma3nLayers(config: Config, family: Family): Layer[] {
  const hidden = config.count("hidden_size");
  const layers = config.count("num_hidden_layers");
  const streams = config.count("altup_num_inputs");
  const shape = headShape(config);
  const ffn = denseFfn(config, family);
  const sharing = sharingLayers(config, layers);
  const lowRank = 2 * hidden * config.count("laurel_rank") + hidden;
  // Mixing coefficients, their router and its norm, and a scale.
  const mixing = streams ** 3 + streams ** 2 + streams * hidden + 2 * hidden;
  const streamsNote = "Mixing of the residual streams and a low-rank residual";
  return reaches(config, family, layers).map((reach, layer) => {
    const attention = groupedQuery(config, family, shape, reach);
    const own = lowRank + mixing;
    return sharing[layer]
      ? {
          mixer: { ...attention, sharedCache: true as const },
          ffn,
          norms: 4,
          extra: own + storedUnused(hidden, attention),
          extraNote: `${streamsNote}, and ${UNUSED}`,
        }
      : { mixer: attention, ffn, norms: 4, extra: own, extraNote: streamsNote };
  });
}

const SCALE = "A learned scale of the layer";
const UNUSED = "projections of keys and values that are stored and not used";

/** Parameters of keys and values that a layer on a shared cache stores all the same. */
function storedUnused(hidden: number, { kvHeads, headDim, valueIsKey }: MixerOf<"gqa">): number {
  return (valueIsKey ? 1 : 2) * hidden * kvHeads * headDim + headDim;
}

/** The last layers, which read the cache of earlier ones. */
function sharingLayers(config: Config, layers: number): boolean[] {
  const shared = config.optional("num_kv_shared_layers") ?? 0;
  return Array.from({ length: layers }, (_, layer) => layer >= layers - shared);
}

/** Tables of embeddings of each layer's own; in Gemma 3n also the projections of the further residual streams. */
export function layerEmbeddings(config: Config): Pick<Model, "layerInputs" | "extra" | "extraNote"> {
  const width = config.optional("hidden_size_per_layer_input");
  const streams = config.optional("altup_num_inputs");
  const vocab = config.optional("vocab_size_per_layer_input") ?? config.count("vocab_size");
  return {
    ...(width ? { layerInputs: { vocab, width } } : {}),
    ...(streams
      ? {
          extra: 2 * (streams - 1) * config.count("hidden_size") ** 2,
          extraNote: "Projections of the hidden state to further residual streams and back",
        }
      : {}),
  };
}
