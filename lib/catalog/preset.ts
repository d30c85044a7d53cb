import * as z from "zod";
import { recordId, text } from "./figure";

const share = z.number().min(0).max(0.99);
const spread = z.number().min(0).max(20);

/** How long the requests of one kind of use are and how they come, as somebody published it: one file. */
export const presetSchema = z.strictObject({
  id: recordId,
  name: text,
  /** What it is, in half a sentence. */
  text,
  source: recordId,
  /** Means, in tokens. */
  inputTokens: z.number().positive(),
  outputTokens: z.number().positive(),
  /** Standard deviation over mean; absent where only means are published. */
  inputSpread: spread.optional(),
  outputSpread: spread.optional(),
  /** Tokens of the longest prompt. */
  longestInput: z.int().positive().optional(),
  /** Share of a prompt that an earlier request left in the cache. */
  cachedPrefix: share.optional(),
  /** Standard deviation of the time between requests over its mean. */
  burstiness: spread.optional(),
  /** Load of the busiest hour over the mean. */
  peakToMean: z.number().min(1).optional(),
  /** Requests of one conversation, on average. */
  turns: z.number().min(1).optional(),
  /** The model that it is for, where only one kind can do it. */
  model: recordId.optional(),
  /** Requests of an hour of sound, where that is how the load is said. */
  perHourOfAudio: z.number().positive().optional(),
});
export type Preset = z.infer<typeof presetSchema>;
