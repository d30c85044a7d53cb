import type { Config } from "./config";
import { denseFfn } from "./experts";
import type { Family, Layer } from "./family";
import { nemotronBlock } from "./nemotron-pattern";

/** Norms around a prediction layer: on the hidden state, on the embedding, before the shared head. */
const OWN_NORMS = 3;

function joined(layer: Layer, config: Config, ownNorms = OWN_NORMS): Layer {
  const hidden = config.count("hidden_size");
  const { mixer } = layer;
  // A prediction layer cannot reuse the pick of a layer before it.
  const own =
    mixer.kind === "mla" && mixer.index ? { ...mixer, index: { ...mixer.index, shared: undefined } } : mixer;
  return {
    mixer: own,
    ffn: layer.ffn,
    norms: layer.norms + ownNorms,
    extra: 2 * hidden * hidden,
    extraNote: "Projection of the hidden state and the embedding to one",
  };
}

/** A prediction layer shaped like the last layer. */
export function likeLastLayer(config: Config, _family: Family, layers: Layer[]): Layer | undefined {
  const last = layers.at(-1);
  return last && joined(last, config);
}

/** ERNIE 4.5: dense like the first layers, and without a norm before the shared head. */
export function denseWithoutHeadNorm(config: Config, _family: Family, layers: Layer[]): Layer | undefined {
  const dense = layers.find(({ ffn }) => ffn.kind === "dense");
  return dense && joined(dense, config, OWN_NORMS - 1);
}

/** DeepSeek V4: like the last layer, but over the window alone. */
export function windowAlone(config: Config, family: Family, layers: Layer[]): Layer | undefined {
  const last = likeLastLayer(config, family, layers);
  if (last?.mixer.kind !== "compressed") return last;
  const { ratio: _ratio, overlap: _overlap, index: _index, ...mixer } = last.mixer;
  return { ...last, mixer };
}

/** Step: windowed attention and a dense part, and a head of its own. */
export function denseWithHead(config: Config, family: Family, layers: Layer[]): Layer | undefined {
  const windowed = layers.find(({ mixer }) => mixer.kind === "gqa" && mixer.window);
  if (!windowed) return undefined;
  const layer = joined({ ...windowed, ffn: denseFfn(config, family) }, config);
  return {
    ...layer,
    extra: (layer.extra ?? 0) + config.count("hidden_size") * config.count("vocab_size"),
    extraNote: "Projection of the hidden state and the embedding to one, and a head",
  };
}

/** Nemotron-H: an attention and a feed-forward block of a pattern of their own. */
export function nemotronPrediction(config: Config, family: Family): Layer | undefined {
  const words = config.list("mtp_layers_block_type");
  const letters = config.text("mtp_hybrid_override_pattern");
  const kinds =
    words ?? (letters === "*E" ? ["attention", "moe"] : letters === "*-" ? ["attention", "mlp"] : []);
  if (kinds.length !== 2 || kinds[0] !== "attention") return undefined;
  const [attention, ffn] = kinds.map((kind) => nemotronBlock(kind, config, family));
  return attention && ffn && joined({ mixer: attention.mixer, ffn: ffn.ffn, norms: 2 }, config);
}
