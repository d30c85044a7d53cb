import type { Config } from "./config";
import { whisper, whisperEncoder } from "./families/whisper";
import { type Family, holds, type Layer } from "./family";
import { groupLayers } from "./group-layers";
import type { StoredWeights } from "./safetensors-index";

/** Everything of a record that describes the network. `whole` is the file, `config` its language model. */
export function shapeOf(
  config: Config,
  whole: Config,
  family: Family,
  layers: Layer[],
  stored: StoredWeights | undefined,
) {
  const positions = family.positions?.(config);
  const prediction = predictionOf(config, family, layers);
  const context = config.optional("max_position_embeddings") ?? config.optional("max_target_positions");
  return {
    hidden: config.count("hidden_size"),
    vocab: config.count("vocab_size"),
    tiedEmbeddings: tied(config, whole, stored),
    ...(context ? { contextMax: context } : {}),
    norm: holds(family.normBias, config) ? "layer" : "rms",
    finalNorm: family.finalNorm ?? true,
    ...(positions ? { learnedPositions: positions } : {}),
    ...(family.embeddingNorm ? { embeddingNorm: true } : {}),
    layers: groupLayers(layers),
    ...(family === whisper ? { encoder: whisperEncoder(config) } : {}),
    ...(config.has("hc_mult") ? { hyperConnections: config.count("hc_mult") } : {}),
    ...prediction,
    ...family.extra?.(config),
  };
}

/** One table or two: as the weight files have it, else as the file says, else as the family's code has it. */
function tied(config: Config, whole: Config, stored: StoredWeights | undefined): boolean {
  const said = whole.has("tie_word_embeddings") ? whole.flag("tie_word_embeddings") : undefined;
  if (said !== undefined) return said;
  if (config.has("tie_word_embeddings")) return config.flag("tie_word_embeddings");
  if (stored?.ownHead !== undefined) {
    config.note(
      `tie_word_embeddings is absent: the weight files ${stored.ownHead ? "have" : "have no"} table for the head`,
    );
    return !stored.ownHead;
  }
  const preset = config.flag("tie_word_embeddings");
  if (!preset)
    config.note(
      "tie_word_embeddings is absent: the head has a table of its own, as this family's code has it",
    );
  return preset;
}

/** The layers that predict further tokens, and how many the file states, where it says. */
function predictionOf(config: Config, family: Family, layers: Layer[]) {
  if (!config.has("num_nextn_predict_layers")) return {};
  const count = config.optional("num_nextn_predict_layers");
  if (!count) return { predictionLayers: 0 };
  const layer = family.prediction?.(config, family, layers);
  if (layer) return { prediction: [{ count, ...layer }], predictionLayers: count };
  config.note(
    `${config.name("num_nextn_predict_layers")}: ${count} prediction layers of a shape not known here are left out`,
  );
  return {};
}
