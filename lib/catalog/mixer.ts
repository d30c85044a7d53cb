import * as z from "zod";

const count = z.int().positive();

/** Multi-head, grouped-query or multi-query attention; with `window` the cache is capped. */
const gqa = z.strictObject({
  kind: z.literal("gqa"),
  heads: count,
  kvHeads: count,
  headDim: count,
  /** Width of a value head where it differs from a key head. */
  valueDim: count.optional(),
  /** Tokens that a query sees back; absent means all. */
  window: count.optional(),
  /** The window is a fixed chunk grid instead of a sliding one. */
  chunked: z.boolean().optional(),
  qkvBias: z.boolean().optional(),
  outputBias: z.boolean().optional(),
  /** Norms on queries and keys: one vector per head size, or over all heads together. */
  qkNorm: z.enum(["per-head", "full"]).optional(),
  /** A gate on the output: as wide as the heads ("full") or one number per head. */
  outputGate: z.enum(["full", "per-head"]).optional(),
  /** One learned sink logit per head. */
  sinks: z.boolean().optional(),
  /** Values are the keys: no value projection. The cache still holds both. */
  valueIsKey: z.boolean().optional(),
  /** Reads the cache of an earlier layer: no keys and values of its own, neither projected nor kept. */
  sharedCache: z.literal(true).optional(),
  /** Block-sparse selection: index heads over one cached index key choose `topk` blocks of `block` tokens. */
  index: z.strictObject({ heads: count, dim: count, topk: count, block: count }).optional(),
});

/** Multi-head latent attention: one compressed latent per token is cached. */
const mla = z.strictObject({
  kind: z.literal("mla"),
  heads: count,
  /** Rank of the query compression; absent means queries are projected directly. */
  queryRank: count.optional(),
  kvRank: count,
  /** 0 where positions are not rotated in. */
  ropeDim: z.int().min(0),
  nopeDim: count,
  valueDim: count,
  outputGate: z.boolean().optional(),
  /** Sparse attention: an indexer picks `topk` tokens; `shared` layers reuse another layer's pick and hold no indexer. */
  index: z
    .strictObject({
      heads: count,
      dim: count,
      topk: count,
      shared: z.boolean().optional(),
      /** Tokens that one kept index key stands for; absent means one. */
      pool: count.optional(),
    })
    .optional(),
});

/** Gated delta network: linear attention with a fixed state per value head. */
const gdn = z.strictObject({
  kind: z.literal("gdn"),
  keyHeads: count,
  valueHeads: count,
  keyDim: count,
  valueDim: count,
  convolution: count,
});

/** Kimi delta attention: linear attention with a decay per channel. */
const kda = z.strictObject({
  kind: z.literal("kda"),
  heads: count,
  headDim: count,
  convolution: count,
  /** The output gate is a full matrix instead of a low-rank pair. */
  fullRankGate: z.boolean().optional(),
});

/** Lightning attention: linear attention with a fixed state per head. */
const lightning = z.strictObject({ kind: z.literal("lightning"), heads: count, headDim: count });

/** A gated short convolution (LFM2): its only memory is the last few inputs. */
const shortConvolution = z.strictObject({
  kind: z.literal("shortconv"),
  width: count,
  convolution: count,
});

/** Mamba: selective state space with a low-rank step size. */
const mamba1 = z.strictObject({
  kind: z.literal("mamba1"),
  inner: count,
  state: count,
  stepRank: count,
  convolution: count,
  /** Norms on step, B and C have no weights, or are not there. */
  innerNorms: z.literal(false).optional(),
});

/** Mamba 2: state space with heads and groups. */
const mamba2 = z.strictObject({
  kind: z.literal("mamba2"),
  heads: count,
  headDim: count,
  groups: count,
  state: count,
  convolution: count,
  convolutionBias: z.boolean().optional(),
  /** No norm before the output projection. */
  gatedNorm: z.literal(false).optional(),
});

/** Shared-latent attention over a window and a compressed history (DeepSeek V4). */
const compressed = z.strictObject({
  kind: z.literal("compressed"),
  heads: count,
  headDim: count,
  queryRank: count,
  ropeDim: count,
  /** The output projection works in groups through a low rank. */
  outputGroups: count,
  outputRank: count,
  window: count,
  /** Tokens that become one compressed entry; absent means the window alone. */
  ratio: count.optional(),
  /** Compression windows overlap, which doubles the width of the compressor. */
  overlap: z.boolean().optional(),
  /** Reads the compressed history of an earlier layer; the window is its own. */
  sharedHistory: z.literal(true).optional(),
  sinks: z.boolean().optional(),
  /** An indexer picks `topk` entries; `shared` layers reuse an earlier layer's pick. */
  index: z
    .strictObject({ heads: count, dim: count, topk: count, shared: z.literal(true).optional() })
    .optional(),
});

/** Decoder self-attention followed by attention over an encoder's output, cached once per sequence. */
const cross = z.strictObject({
  kind: z.literal("cross"),
  heads: count,
  kvHeads: count,
  headDim: count,
  /** Biases on query, value and output; keys have none. */
  bias: z.boolean().optional(),
});

/** What mixes tokens in a layer. `none`: the layer has only a feed-forward part. */
export const mixerSchema = z.discriminatedUnion("kind", [
  gqa,
  mla,
  gdn,
  kda,
  lightning,
  shortConvolution,
  mamba1,
  mamba2,
  compressed,
  cross,
  z.strictObject({ kind: z.literal("none") }),
]);
export type Mixer = z.infer<typeof mixerSchema>;
export type MixerOf<K extends Mixer["kind"]> = Extract<Mixer, { kind: K }>;
