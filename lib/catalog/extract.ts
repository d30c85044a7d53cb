import * as z from "zod";
import { recordId, text } from "./figure";

/**
 * What a document prints of each accelerator, by the field of its record ("peak.bf16"): transcribed from the document and
 * not from the records, so that a figure under the wrong source is found. The file has the source's name.
 */
export const extractSchema = z.strictObject({
  id: recordId,
  prints: z.record(recordId, z.record(text, z.union([text, z.array(text).min(1)]))),
});
export type Extract = z.infer<typeof extractSchema>;
