import { formula, formulaValue, input, type Quantity, register } from "@/lib/formula";

/** What a managed API costs: an option without machines, whose price is of its tokens. */

export const apiInputPrice = input("USD/tok", "Price of input that the provider reads anew");
export const apiCachedPrice = input("USD/tok", "Price of input in the provider's cache");
export const apiOutputPrice = input("USD/tok", "Price of output");
export const apiRead = input("tok", "Tokens read, of a request or of a month");
export const apiWritten = input("tok", "Tokens written, of the same");
export const apiCachedShare = input("1", "Share of what is read that the cache holds");
export const apiReplica = input("USD", "A month of one replica of one's own");
export const apiReplicaTokens = input("tok", "Tokens that it serves in a month");

export const apiTokenCost = formula(
  "USD/tok",
  "Cost of a token, input and output together",
)`(${apiRead} * ((1 - ${apiCachedShare}) * ${apiInputPrice} + ${apiCachedShare} * ${apiCachedPrice}) + ${apiWritten} * ${apiOutputPrice}) / (${apiRead} + ${apiWritten})`;

export const apiPaid = formula(
  "USD",
  "Paid for so many tokens",
)`${apiTokenCost} * (${apiRead} + ${apiWritten})`;

export const apiCrossing = formula(
  "tok",
  "Tokens of a month from which one replica of one's own costs less",
)`${apiReplica} / ${apiTokenCost}`;

const inputs = {
  apiInputPrice,
  apiCachedPrice,
  apiOutputPrice,
  apiRead,
  apiWritten,
  apiCachedShare,
  apiReplica,
  apiReplicaTokens,
};
const formulas = { apiTokenCost, apiPaid, apiCrossing };

/** Every quantity of an API by its name. */
export const apiQuantities: ReadonlyMap<string, Quantity> = register(inputs, formulas);

export type ApiGiven = Readonly<Record<keyof typeof inputs, number>>;

/** A quantity of an API, of what it is given. */
export function apiValue(quantity: Quantity, given: ApiGiven): number {
  return quantity.kind === "formula"
    ? formulaValue(quantity, (read) => apiValue(read, given))
    : given[quantity.id as keyof ApiGiven];
}

/**
 * From how many tokens a month on hosting costs no more than the API: one replica's month over what the API takes for a
 * token. Undefined where a replica does not serve so many, because then each further replica would have to pay for
 * itself too and none does.
 */
export function apiBreakEven(given: ApiGiven): number | undefined {
  const crossing = apiValue(apiCrossing, given);
  return crossing <= given.apiReplicaTokens ? crossing : undefined;
}
