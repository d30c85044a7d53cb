import { type ApiGiven, apiQuantity, apiValue } from "@/lib/engine";
import { formula, formulaValue, input, type Quantity, register } from "@/lib/formula";

/** Where a managed API and a replica of one's own cost the same. */

export const apiReplica = input("USD", "A month of one replica of one's own");
export const apiReplicaTokens = input("tok", "Tokens that it serves in a month");

export const apiCrossing = formula(
  "tok",
  "Tokens of a month from which one replica of one's own costs less",
)`${apiReplica} / ${apiQuantity("apiTokenCost")}`;

/** What both are known by, beside the quantities of the API itself. */
register({ apiReplica, apiReplicaTokens, apiCrossing });

/** A replica of one's own: what its month costs, USD, and the tokens that it serves in it. */
export interface OwnReplica {
  readonly month: number;
  readonly tokens: number;
}

/**
 * From how many tokens a month on hosting costs no more than the API: one replica's month over what the API takes for a
 * token. Undefined where a replica does not serve so many, because then each further replica would have to pay for
 * itself too and none does.
 */
export function apiBreakEven(given: ApiGiven, { month, tokens }: OwnReplica): number | undefined {
  const value = (quantity: Quantity) => (quantity === apiReplica ? month : apiValue(quantity, given));
  const crossing = formulaValue(apiCrossing, value);
  return crossing <= tokens ? crossing : undefined;
}
