import * as z from "zod";
import { label, recordIdSchema } from "./field-schemas";

/** US dollars for a million tokens. */
const tokenPrice = z.number().min(0).max(1_000_000);
/** What one account may ask in a minute. */
const perMinute = z.number().min(1).max(1e15);

/** What a managed API charges for the tokens of one model, as a plan keeps it: an option without machines. */
export const apiOfferSchema = z.strictObject({
  model: recordIdSchema,
  provider: label,
  /** The provider's own name for the model. */
  name: label,
  input: tokenPrice,
  output: tokenPrice,
  /** Input that the provider's cache already holds; absent where it costs as any other. */
  cachedInput: tokenPrice.optional(),
  /** What is taken off all of these for a batch that may take a day; absent where it is not known. */
  batchDiscount: z.number().min(0).max(1).optional(),
  /** What one account may ask in a minute; absent where it is not known. Tokens are read and written ones. */
  requestsPerMinute: perMinute.optional(),
  tokensPerMinute: perMinute.optional(),
  outputTokensPerMinute: perMinute.optional(),
  /** The date of the price. */
  asOf: label,
  /** Where it comes from, where a person said it. */
  note: label.optional(),
});
export type ApiOffer = z.output<typeof apiOfferSchema>;
