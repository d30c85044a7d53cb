import * as z from "zod";
import { recordId, text } from "./figure";
import { lossSchema } from "./loss";

/** A number format that weights or cached keys and values are stored in. */
export const formatSchema = z.strictObject({
  id: recordId,
  name: text,
  /** Other names that measurements and checkpoints use for it. */
  aliases: z.array(recordId).optional(),
  /** Bits per weight, scales and zero points included. */
  bits: z.number().positive().max(64),
  /** Bits per cached element where that differs from `bits`. */
  kvBits: z.number().positive().max(64).optional(),
  /** What the matrix unit is fed, on chips that have a unit for it; bf16 elsewhere. */
  compute: z.enum(["fp32", "bf16", "fp8", "int8", "fp4"]),
  /** What it is fed instead on a chip with an FP4 unit. */
  computeBesideFp4: z.enum(["fp8"]).optional(),
  /** The kernel expands weights before it multiplies, which costs bandwidth and compute efficiency. */
  dequantising: z.boolean(),
  /** Weights carry a scale for each small block, and a product has to scale its activations alike. */
  blockScales: z.literal(true).optional(),
  /** How `bits` comes about. */
  rule: text,
  use: z.array(z.enum(["weights", "kv"])).min(1),
  /** What weights in it lost of a model's accuracy, and what a cache in it did; absent where nobody published it. */
  loss: lossSchema.optional(),
  cacheLoss: lossSchema.optional(),
  source: recordId,
  notes: text.optional(),
});
export type Format = z.infer<typeof formatSchema>;
