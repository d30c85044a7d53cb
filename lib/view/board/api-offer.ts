import type { ApiPrice } from "@/lib/catalog/schema";
import type { ApiOffer, Scenario } from "@/lib/scenario/schema";
import { parseUnit } from "@/lib/units";

/** API offers as plans keep them: apart from their rows, which the first page draws. */

const PER_MILLION = parseUnit("USD/Mtok").factor;

/** A price of the catalog as a plan keeps it: US dollars for a million tokens. */
export const apiOfferOf = ({
  model,
  provider,
  name,
  input,
  output,
  cachedInput,
  asOf,
  ...terms
}: ApiPrice): ApiOffer => ({
  model,
  provider,
  name,
  input: inMillions(input.value),
  output: inMillions(output.value),
  ...(cachedInput ? { cachedInput: inMillions(cachedInput.value) } : {}),
  ...termsOf(terms),
  asOf,
});

const TERMS = ["batchDiscount", "requestsPerMinute", "tokensPerMinute", "outputTokensPerMinute"] as const;
const termsOf = (offer: Pick<ApiPrice, (typeof TERMS)[number]>) =>
  Object.fromEntries(TERMS.flatMap((key) => (offer[key] ? [[key, offer[key].value]] : [])));

const inMillions = (value: number) => Number((value / PER_MILLION).toPrecision(12));

/** The scenario without the API offer at `index`. */
export function withoutApi(scenario: Scenario, index: number): Scenario {
  const { apis = [], ...rest } = scenario;
  const left = apis.toSpliced(index, 1);
  return left.length > 0 ? { ...rest, apis: left } : rest;
}
