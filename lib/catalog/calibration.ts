import * as z from "zod";
import { date, recordId, text } from "./figure";

/** A setting that a serving stack comes with, and where that is written. */
const shipped = <T extends z.ZodType>(value: T) =>
  z.strictObject({ value, source: recordId, note: text.optional() });

/** How a serving stack behaves unless it is told otherwise; what is not known of it is left out. */
const shippedSchema = z.strictObject({
  /** Tokens in a piece of a streamed answer. */
  streamInterval: shipped(z.number().int().positive()).optional(),
  /** Whether the first piece, too, waits until it is full. */
  firstPieceWaits: shipped(z.boolean()).optional(),
  /** Whether prefixes are cached. */
  prefixCache: shipped(z.boolean()).optional(),
  /** Seconds from its start to its first request, without the time for the weights. */
  startTime: shipped(z.number().positive()).optional(),
});
export type Shipped = z.infer<typeof shippedSchema>;

/** Constants fitted on measurements, kept apart from datasheet facts: one file per architecture, stack or law. */
export const calibrationSchema = z.strictObject({
  id: recordId,
  kind: z.enum(["architecture", "stack", "global", "link"]),
  name: text,
  source: recordId,
  /** What the constants were fitted on, or by which analogy they were set. */
  basis: text,
  /** `fitted` on measurements of this very thing, or set by `analogy`, which widens the ranges. */
  origin: z.enum(["fitted", "analogy"]),
  asOf: date.optional(),
  constants: z.record(text, z.number()),
  /** What each fitted constant was expected to be, and the spread of its logarithm, and bounds; others are kept as they are. */
  priors: z
    .record(
      text,
      z.strictObject({
        value: z.number().positive(),
        spread: z.number().positive(),
        least: z.number().positive().optional(),
        most: z.number().positive().optional(),
      }),
    )
    .optional(),
  /** Why a constant that no measurement was fitted for is what it is. */
  reasons: z.record(text, text).optional(),
  /** Of the uncertainty: the models and families that were measured on each accelerator, which tells how wide a range is. */
  measured: z
    .array(z.strictObject({ accelerator: recordId, models: z.array(recordId), families: z.array(text) }))
    .optional(),
  shipped: shippedSchema.optional(),
  notes: text.optional(),
});
export type Calibration = z.infer<typeof calibrationSchema>;
