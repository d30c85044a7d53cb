import type { MixerOf } from "@/lib/catalog/schema";
import { cacheElement, type Deployment } from "../deployment";
import { DECODING, decodeAttention, linear, PROMPTS, prefillAttention, type Row, rowwise } from "./row";

/** By definition: an indexer's key is FP8 elements and one 32-bit scale. */
const INDEX_SCALE_BYTES = 4;

/**
 * Multi-head latent attention. The latent is cached whole on every rank; prompts expand it to keys and values,
 * decoding absorbs the expansion into the query and output projections.
 */
export function mlaRows(deployment: Deployment, mixer: MixerOf<"mla">, count: number): Row[] {
  const { layout, model, constants } = deployment;
  const heads = mixer.heads / layout.tensor;
  const { kvRank, ropeDim, nopeDim, valueDim, queryRank } = mixer;
  const reach = mixer.index?.topk;
  const outputLikeFfn = model.outputLikeFfn?.formats.includes(deployment.kernels.ffn.format.id);
  const down = (queryRank ?? 0) + kvRank + ropeDim;
  return [
    linear(deployment, "Latent attention: compress", "attention", {
      count,
      outputs: down,
      inputs: model.hidden,
      matrices: queryRank ? 2 : 1,
    }),
    linear(deployment, "Latent attention: query", "attention", {
      count,
      outputs: heads * (nopeDim + ropeDim),
      inputs: queryRank ?? model.hidden,
    }),
    linear(deployment, "Latent attention: expand prompts", "attention", {
      count,
      outputs: heads * (nopeDim + valueDim),
      inputs: kvRank,
      rows: PROMPTS,
    }),
    linear(deployment, "Latent attention: absorb keys", "plain", {
      count,
      outputs: heads * kvRank,
      inputs: nopeDim,
      rows: DECODING,
      stored: 0,
    }),
    linear(deployment, "Latent attention: absorb values", "plain", {
      count,
      outputs: heads * valueDim,
      inputs: kvRank,
      rows: DECODING,
      stored: 0,
    }),
    decodeAttention(deployment, "Latent attention: decode over the cache", {
      count,
      heads,
      width: 2 * kvRank + ropeDim,
      cache: (kvRank + ropeDim) * cacheElement(deployment),
      efficiency: constants.latentAttentionEfficiency,
      reach,
    }),
    prefillAttention(deployment, "Latent attention: prefill", {
      count,
      heads,
      width: nopeDim + ropeDim + valueDim,
      reach,
    }),
    linear(deployment, "Latent attention: output", outputLikeFfn ? "ffn" : "attention", {
      count,
      outputs: model.hidden,
      inputs: heads * valueDim,
    }),
    ...(mixer.outputGate
      ? [
          linear(deployment, "Latent attention: gate", "attention", {
            count,
            outputs: heads * valueDim,
            inputs: model.hidden,
          }),
        ]
      : []),
    ...indexRows(deployment, mixer, count),
  ];
}

/** The indexer of sparse attention: small FP8 heads score every cached token; it runs whole on every rank. */
function indexRows(deployment: Deployment, { index, queryRank }: MixerOf<"mla">, count: number): Row[] {
  if (!index || index.shared) return [];
  const { model, constants, global } = deployment;
  const inputs = queryRank ?? model.hidden;
  const pool = index.pool ?? 1;
  const shape = { count, heads: index.heads, width: index.dim / pool };
  return [
    linear(deployment, "Indexer: queries", "attention", { count, outputs: index.heads * index.dim, inputs }),
    linear(deployment, "Indexer: keys and weights", "attention", {
      count,
      outputs: index.dim + index.heads,
      inputs: model.hidden,
    }),
    decodeAttention(deployment, "Indexer: score the cache", {
      ...shape,
      cache: (index.dim + INDEX_SCALE_BYTES) / pool,
      efficiency: constants.latentAttentionEfficiency,
    }),
    prefillAttention(deployment, "Indexer: score prompts", shape),
    rowwise(deployment, "Indexer: pick tokens", { count, latency: global.indexTime }),
  ];
}
