import * as z from "zod";
import { date, recordId, text } from "./figure";

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
  notes: text.optional(),
});
export type Calibration = z.infer<typeof calibrationSchema>;
