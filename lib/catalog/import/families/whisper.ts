import type { Config } from "../config";
import type { Family } from "../family";

/** Whisper's decoder; its encoder is described beside the layers. */
export const whisper: Family = {
  name: "whisper",
  normBias: true,
  presets: { tie_word_embeddings: true },
  layers: (config) => {
    const heads = config.count("decoder_attention_heads");
    const mixer = {
      kind: "cross" as const,
      heads,
      kvHeads: heads,
      headDim: config.count("hidden_size") / heads,
      bias: true,
    };
    const ffn = { kind: "dense" as const, width: config.count("decoder_ffn_dim"), gated: false, bias: true };
    return new Array(config.count("decoder_layers")).fill({ mixer, ffn, norms: 3 });
  },
  positions: (config) => config.count("max_target_positions"),
};

/** The encoder: two convolutions of width 3 over the mel bands and its own table of positions come first. */
export function whisperEncoder(config: Config) {
  const hidden = config.count("hidden_size");
  const heads = config.count("encoder_attention_heads");
  const positions = config.count("max_source_positions");
  const bands = config.count("num_mel_bins");
  return {
    layers: config.count("encoder_layers"),
    heads,
    headDim: hidden / heads,
    ffnWidth: config.count("encoder_ffn_dim"),
    positions,
    extra: 3 * bands * hidden + hidden + 3 * hidden * hidden + hidden + positions * hidden,
    extraNote: "Two convolutions with biases and the position table",
  };
}
