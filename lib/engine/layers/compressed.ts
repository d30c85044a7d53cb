import type { MixerOf } from "@/lib/catalog/schema";
import { cacheElement, type Deployment } from "../deployment";
import { decodeAttention, linear, prefillAttention, type Row, rowwise } from "./row";

/**
 * Attention over one shared latent head: a window of recent tokens, and a history in which every `ratio` tokens
 * are one entry, of which an indexer may pick `topk`. The latent is whole on every rank.
 */
export function compressedRows(deployment: Deployment, mixer: MixerOf<"compressed">, count: number): Row[] {
  const { layout, model, constants, global } = deployment;
  const heads = mixer.heads / layout.tensor;
  const { headDim, ratio } = mixer;
  const width = 2 * headDim;
  const entry = headDim * cacheElement(deployment);
  const efficiency = constants.latentAttentionEfficiency;
  const compress = mixer.sharedHistory
    ? []
    : [
        linear(deployment, "Compressed attention: compress", "attention", {
          count,
          outputs: 2 * headDim,
          inputs: model.hidden,
        }),
      ];
  const history = ratio
    ? [
        ...compress,
        decodeAttention(deployment, "Compressed attention: history", {
          count,
          heads,
          width: width / ratio,
          cache: entry / ratio,
          shared: mixer.sharedHistory,
          efficiency,
          reach: mixer.index ? mixer.index.topk * ratio : undefined,
        }),
        prefillAttention(deployment, "Compressed attention: prefill over history", {
          count,
          heads,
          width: width / ratio,
          reach: mixer.index ? mixer.index.topk * ratio : undefined,
        }),
      ]
    : [];
  const index =
    mixer.index && ratio && !mixer.index.shared
      ? [
          linear(deployment, "Indexer: queries", "attention", {
            count,
            outputs: mixer.index.heads * mixer.index.dim,
            inputs: mixer.queryRank,
          }),
          decodeAttention(deployment, "Indexer: score the history", {
            count,
            heads: mixer.index.heads,
            width: mixer.index.dim / ratio,
            cache: mixer.index.dim / ratio,
            shared: mixer.sharedHistory,
            efficiency,
          }),
          rowwise(deployment, "Indexer: pick entries", {
            count,
            latency: global.indexTime,
          }),
        ]
      : [];
  return [
    linear(deployment, "Compressed attention: query and latent", "attention", {
      count,
      outputs: mixer.queryRank + headDim,
      inputs: model.hidden,
    }),
    linear(deployment, "Compressed attention: queries", "attention", {
      count,
      outputs: heads * headDim,
      inputs: mixer.queryRank,
    }),
    decodeAttention(deployment, "Compressed attention: window", {
      count,
      heads,
      width,
      cache: entry,
      efficiency,
      window: mixer.window,
    }),
    prefillAttention(deployment, "Compressed attention: prefill in the window", {
      count,
      heads,
      width,
      reach: mixer.window,
    }),
    ...history,
    ...index,
    linear(deployment, "Compressed attention: grouped output", "attention", {
      count: count * Math.max(1, mixer.outputGroups / layout.tensor),
      outputs: mixer.outputRank,
      inputs: (mixer.heads * headDim) / mixer.outputGroups,
    }),
    linear(deployment, "Compressed attention: output", "attention", {
      count,
      outputs: model.hidden,
      inputs: Math.max(1, mixer.outputGroups / layout.tensor) * mixer.outputRank,
    }),
  ];
}
