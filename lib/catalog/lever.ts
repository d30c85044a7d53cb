import * as z from "zod";
import { recordId, text } from "./figure";
import { lossSchema } from "./loss";

const times = z.number().min(1);

/** A technique whose effect is not computed but published, as a range: one file. */
export const leverSchema = z
  .strictObject({
    id: recordId,
    name: text,
    /** What is done, in a sentence. */
    text,
    /** `engine`: every serving engine of today does it already; `model`: it makes another model, which a plan has not. */
    stands: z.enum(["engine", "model"]),
    /** How many times more `of` it gives. */
    gain: z
      .strictObject({ low: times, high: times, of: text, source: recordId, note: text.optional() })
      .refine(({ low, high }) => low <= high, "expected low to be at most high"),
    /** What others publish of the same. */
    further: z.array(z.strictObject({ text, source: recordId })).optional(),
    /** The answers stay the same. */
    exact: z.literal(true).optional(),
    loss: lossSchema.optional(),
  })
  .refine(
    ({ exact, loss }) => (exact === undefined) !== (loss === undefined),
    "expected either exact or a loss",
  );
export type Lever = z.infer<typeof leverSchema>;
