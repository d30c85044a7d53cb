import type { LayerGroup, Model } from "../model";
import { ffnParameters } from "./ffn";
import { mixerParameters } from "./mixer";

/** Parameters of a model by part; `other` is norms, routers and what a record lists as further parameters. */
export type ParameterParts = {
  embedding: number;
  /** The output head's own table: 0 when it is the embedding. */
  head: number;
  attention: number;
  ffn: number;
  shared: number;
  experts: number;
  other: number;
};

export type Parameters = {
  /** Everything the text path stores, without multi-token-prediction layers. */
  total: number;
  /** What one token uses: routed experts count as those it is sent to. Tables count whole. */
  active: number;
  /** The input embedding table. */
  embedding: number;
  parts: ParameterParts;
};

/** A norm over `width` values. */
const normSize = (model: Pick<Model, "norm">, width: number) => (model.norm === "layer" ? 2 : 1) * width;

/** Mixing of the residual streams around one sublayer, and its scales. */
function hyperConnection(streams: number, hidden: number): number {
  const outputs = (2 + streams) * streams;
  return outputs * streams * hidden + outputs + 3;
}

/** How many layers there are. */
const depth = ({ layers }: Model) => layers.reduce((sum, { count }) => sum + count, 0);

/** The tables of embeddings of each layer's own, the projection of the hidden state to as many, and its norm. */
function layerInputTables(model: Model): number {
  const { hidden, norm, layerInputs: own } = model;
  return own ? (own.vocab + hidden) * own.width * depth(model) + normSize({ norm }, own.width) : 0;
}

/** Parameters of one layer of a group; `active` is what one token uses of it. */
export function layerParameters(
  group: LayerGroup,
  model: Pick<Model, "hidden" | "norm" | "hyperConnections" | "layerInputs">,
) {
  const { hidden, hyperConnections: streams, layerInputs } = model;
  const attention = mixerParameters(group.mixer, hidden);
  const ffn = ffnParameters(group.ffn, hidden);
  const mixing = streams ? 2 * hyperConnection(streams, hidden) : 0;
  const input = layerInputs ? 2 * hidden * layerInputs.width + normSize(model, hidden) : 0;
  const other = ffn.router + group.norms * normSize(model, hidden) + (group.extra ?? 0) + mixing + input;
  const fixed = attention + ffn.dense + ffn.shared + other;
  return { attention, ...ffn, other, total: fixed + ffn.experts, active: fixed + ffn.activeExperts };
}

/** An encoder with two biased matrices per feed-forward part, two norms a layer and one at its end. */
function encoderParameters(model: Model): { attention: number; ffn: number; other: number } {
  const { encoder, hidden } = model;
  if (!encoder) return { attention: 0, ffn: 0, other: 0 };
  const width = encoder.heads * encoder.headDim;
  return {
    attention: encoder.layers * (4 * hidden * width + 2 * width + hidden),
    ffn: encoder.layers * (2 * hidden * encoder.ffnWidth + encoder.ffnWidth + hidden),
    other: (2 * encoder.layers + 1) * normSize(model, hidden) + (encoder.extra ?? 0),
  };
}

/** Exact parameter counts of a model, biases, norms and convolutions included. */
export function parameters(model: Model): Parameters {
  const { hidden, vocab } = model;
  const streams = model.hyperConnections;
  const encoder = encoderParameters(model);
  const parts: ParameterParts = {
    embedding: vocab * hidden,
    head: model.tiedEmbeddings ? 0 : vocab * hidden,
    attention: encoder.attention,
    ffn: encoder.ffn,
    shared: 0,
    experts: 0,
    other:
      encoder.other +
      (model.finalNorm ? normSize(model, hidden) : 0) +
      (model.embeddingNorm ? normSize(model, hidden) : 0) +
      (model.learnedPositions ?? 0) * hidden +
      (streams ? streams * streams * hidden + streams + 1 : 0) +
      layerInputTables(model) +
      (model.extra ?? 0),
  };
  let sleeping = 0;
  for (const group of model.layers) {
    const layer = layerParameters(group, model);
    parts.attention += group.count * layer.attention;
    parts.ffn += group.count * layer.dense;
    parts.shared += group.count * layer.shared;
    parts.experts += group.count * layer.experts;
    parts.other += group.count * layer.other;
    sleeping += group.count * (layer.experts - layer.activeExperts);
  }
  const total = Object.values(parts).reduce((sum, part) => sum + part, 0);
  return { total, active: total - sleeping, embedding: parts.embedding, parts };
}

/** Parameters of the stored multi-token-prediction layers, without embeddings of their own. */
export function predictionParameters(model: Model): number {
  return (model.prediction ?? []).reduce(
    (sum, group) => sum + group.count * layerParameters(group, model).total,
    0,
  );
}
