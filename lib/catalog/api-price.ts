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

/** What a provider grants beside its prices: for one of its offers, or for all that have no terms of their own. */
const termsSchema = z.strictObject({
  /** The provider's own name for the model; absent where it holds for all. */
  name: text.optional(),
  /** Off every token of a batch that may take a day. */
  batchDiscount: figure("1").optional(),
  /** What one account may ask in a minute; tokens are read and written ones. */
  requestsPerMinute: figure("1").optional(),
  tokensPerMinute: figure("1").optional(),
  outputTokensPerMinute: figure("1").optional(),
});
type Terms = Omit<z.infer<typeof termsSchema>, "name">;

/** The managed-API prices of one provider: one file. */
export const providerApiPricesSchema = z.strictObject({
  id: recordId,
  provider: text,
  notes: text.optional(),
  terms: z.array(termsSchema).min(1).optional(),
  offer: z.array(apiOfferSchema).min(1),
});

/** A managed-API price with its provider; `id` is the provider and its name for the model. */
export type ApiPrice = z.infer<typeof apiOfferSchema> & Terms & { id: string; provider: string };

/** The offers of one provider's file, each with its id. */
export function apiPricesOf(file: z.infer<typeof providerApiPricesSchema>): ApiPrice[] {
  return file.offer.map((offer) => ({
    ...offer,
    ...termsOf(file.terms ?? [], offer.name),
    id: `${file.id}/${offer.name}`,
    provider: file.provider,
  }));
}

/** The terms of an offer: its own before those of all. */
function termsOf(terms: readonly z.infer<typeof termsSchema>[], offer: string): Terms {
  const bare = ({ name: _of, ...said }: z.infer<typeof termsSchema>): Terms => said;
  const all = terms.find(({ name }) => name === undefined);
  const own = terms.find(({ name }) => name === offer);
  return { ...(all ? bare(all) : {}), ...(own ? bare(own) : {}) };
}
