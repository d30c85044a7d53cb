import * as z from "zod";
import { recordId, text } from "./figure";

const share = z.number().min(0).max(1);

/** What published tests lost of an accuracy, as fractions of it: the best and the worst of them, and what they tested. */
export const lossSchema = z
  .strictObject({ low: share, high: share, of: text, source: recordId, note: text.optional() })
  .refine(({ low, high }) => low <= high, "expected low to be at most high");
export type Loss = z.infer<typeof lossSchema>;
