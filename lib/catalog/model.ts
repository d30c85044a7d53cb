import * as z from "zod";
import { ffnSchema } from "./ffn";
import { date, recordId, text } from "./figure";
import { mixerSchema } from "./mixer";

const count = z.int().positive();

/** Layers of the same shape. Their order in the network does not matter for counts or times. */
export const layerGroupSchema = z.strictObject({
  count,
  mixer: mixerSchema,
  ffn: ffnSchema,
  /** Norm vectors of the hidden width in each layer. */
  norms: z.int().min(0),
  /** Further parameters in each layer; `extraNote` says what they are. */
  extra: count.optional(),
  extraNote: text.optional(),
});
export type LayerGroup = z.infer<typeof layerGroupSchema>;

/** An audio or text encoder whose output the decoder's cross attention reads. */
const encoder = z.strictObject({
  layers: count,
  heads: count,
  headDim: count,
  ffnWidth: count,
  /** Positions the encoder hands over, which fixes the cross-attention cache. */
  positions: count,
  /** Parameters outside its layers (convolutions, position table); `extraNote` says what they are. */
  extra: count.optional(),
  extraNote: text.optional(),
});

/**
 * Embeddings of each layer's own: a row of `width` a layer is looked up for each of `vocab` tokens, the hidden state is
 * projected to as many, and every layer takes its part in through a gate and a projection.
 */
const layerInputs = z.strictObject({ vocab: count, width: count });

/** What a published number counts beside the network described here, or (negative) what it leaves out of it. */
const countedBeside = z.strictObject({
  what: text,
  /** How many parameters, with the arithmetic or the source in the note; left out where nobody says how many. */
  parameters: z.int().optional(),
  /** As a card prints it ("0.4B") rather than counted. */
  rounded: z.boolean().optional(),
  note: text.optional(),
});

/** Formats that the published checkpoint stores, by part; parts left out use `default`. */
const released = z.strictObject({
  default: recordId,
  attention: recordId.optional(),
  ffn: recordId.optional(),
  experts: recordId.optional(),
  shared: recordId.optional(),
  head: recordId.optional(),
  /** Set where no source says it outright: why this is assumed. */
  assumed: text.optional(),
});

const identity = {
  id: recordId,
  name: text,
  developer: text,
  family: text,
  huggingFace: text.optional(),
  /** Other published names with this very architecture. */
  aliases: z.array(text).optional(),
  released: date.optional(),
  licence: text.optional(),
  source: recordId,
  /** File and commit inside the source. */
  sourcePath: text.optional(),
  /** Where the licence was read, if neither `source` nor `identitySource` says it. */
  licenceSource: recordId.optional(),
  /** Where the date was read, if neither `source` nor `identitySource` says it. */
  releasedSource: recordId.optional(),
  /** Where licence, date and context come from, if not `source`. */
  identitySource: recordId.optional(),
  notes: text.optional(),
  published: z
    .strictObject({
      parameters: z.number().positive(),
      /** Counted from a checkpoint rather than rounded for a headline. */
      exact: z.boolean(),
      active: z.number().positive().optional(),
      source: recordId,
      beside: z.array(countedBeside).min(1).optional(),
      note: text.optional(),
    })
    .optional(),
  /** Tokens of the longest sequence, of whichever of its names takes the longest. */
  contextMax: count.optional(),
  /** The contexts of names that differ from one another. */
  aliasContexts: z.record(text, count).optional(),
  reviewBy: date,
};

const shape = {
  hidden: count,
  vocab: count,
  tiedEmbeddings: z.boolean(),
  /** `layer`: weight and bias; `rms`: weight alone. */
  norm: z.enum(["rms", "layer"]),
  finalNorm: z.boolean(),
  learnedPositions: count.optional(),
  embeddingNorm: z.boolean().optional(),
  layers: z.array(layerGroupSchema).min(1),
  encoder: encoder.optional(),
  /** Parallel residual streams that every sublayer reads and writes through learned mixing. */
  hyperConnections: count.optional(),
  layerInputs: layerInputs.optional(),
  /** Multi-token-prediction layers that the checkpoint stores; optional at run time and not part of the counts. */
  prediction: z.array(layerGroupSchema).optional(),
  /** How many such layers the configuration states: 0 where it says that there are none. */
  predictionLayers: z.int().min(0).optional(),
  /** Further parameters outside the layers; `extraNote` says what they are. */
  extra: count.optional(),
  extraNote: text.optional(),
  weightsAsReleased: released,
  /**
   * Formats whose published checkpoints store the output product of attention as they do the feed-forward part, where
   * others of so few bits leave all of attention in 16, and who says so.
   */
  outputLikeFfn: z.strictObject({ formats: z.array(recordId).min(1), source: recordId }).optional(),
  /** Format of cached keys and values that the checkpoint brings scales for. */
  cacheAsReleased: recordId.optional(),
};

/** A model's architecture, complete enough to count and to plan with. */
export const modelSchema = z.strictObject({ ...identity, ...shape });
export type Model = z.infer<typeof modelSchema>;

/** A model known by name of which something a plan needs was never published or found. */
export const incompleteModelSchema = z.strictObject({
  ...identity,
  incomplete: text,
  hidden: count.optional(),
  vocab: count.optional(),
  tiedEmbeddings: z.boolean().optional(),
});
export type IncompleteModel = z.infer<typeof incompleteModelSchema>;
