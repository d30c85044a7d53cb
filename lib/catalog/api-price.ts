import * as z from "zod";
import { date, figure, recordId, text } from "./figure";

/** What a managed API charges for one model, per token. "$0.60/Mtok" in a file. */
const apiOfferSchema = z.strictObject({
  /** A model of this catalog. */
  model: recordId,
  /** The provider's own name for it. */
  name: text,
  input: figure("USD/tok", { allowZero: true }),
  output: figure("USD/tok", { allowZero: true }),
  /** Input that a prompt cache already holds. */
  cachedInput: figure("USD/tok", { allowZero: true }).optional(),
  asOf: date,
});

/** The managed-API prices of one provider: one file. */
export const providerApiPricesSchema = z.strictObject({
  id: recordId,
  provider: text,
  notes: text.optional(),
  offer: z.array(apiOfferSchema).min(1),
});

/** A managed-API price with its provider; `id` is the provider and its name for the model. */
export type ApiPrice = z.infer<typeof apiOfferSchema> & { id: string; provider: string };

/** The offers of one provider's file, each with its id. */
export function apiPricesOf(file: z.infer<typeof providerApiPricesSchema>): ApiPrice[] {
  return file.offer.map((offer) => ({ ...offer, id: `${file.id}/${offer.name}`, provider: file.provider }));
}
