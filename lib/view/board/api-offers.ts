import type { ApiPrice } from "@/lib/catalog/schema";
import type { Estimate } from "@/lib/engine";
import type { ApiOffer, Scenario } from "@/lib/scenario/schema";
import { parseUnit } from "@/lib/units";

const PER_MILLION = parseUnit("USD/Mtok").factor;

/** A managed API beside the options: what its tokens cost for this question. How fast it answers nobody says. */
export type ApiRow = {
  /** Its place among the scenario's API offers. */
  index: number;
  name: string;
  /** USD a token, input and output together. */
  cost: number;
  /** USD a month; null where the question says no volume. */
  month: number | null;
  /** That its limits take more than one account in the busiest hour; absent where one does, or none is known. */
  limits?: string;
  asOf: string;
  /** Over the cheapest option that keeps the goals, as a fraction; null without one. */
  difference: number | null;
};

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

/** What the API offers of a plan are called, no two alike: the provider, and where it has more the offer and its day. */
export function apiNames({ apis = [] }: Pick<Scenario, "apis">): string[] {
  const short = apis.map(({ provider }) => `${provider} API`);
  const full = apis.map(({ name, asOf }, place) => `${short[place]}, ${name} of ${asOf}`);
  const alone = (names: string[], place: number) =>
    names.filter((name) => name === names[place]).length === 1;
  return short.map((name, place) => {
    if (alone(short, place)) return name;
    return `${full[place]}${alone(full, place) ? "" : ` (${place + 1})`}`;
  });
}

/** The API offers of the plan's own model, cheapest first; `best` is the cost of the cheapest option that keeps the goals. */
export function apiRows({ scenario, apis = [] }: Estimate, best: number | undefined): ApiRow[] {
  return apis
    .flatMap(({ api, figures }): ApiRow[] => {
      const offer = scenario.apis?.[api];
      const { apiTokenCost: cost } = figures;
      if (!offer || cost === undefined) return [];
      return [
        {
          index: api,
          name: apiNames(scenario)[api] ?? offer.provider,
          cost,
          month: figures.apiPaid ?? null,
          ...limitsOf(figures.apiAccounts),
          asOf: offer.asOf,
          difference: best ? cost / best - 1 : null,
        },
      ];
    })
    .sort((a, b) => a.cost - b.cost);
}

const limitsOf = (accounts = 1) =>
  accounts > 1
    ? { limits: `Takes ${accounts.toLocaleString("en")} accounts, or their limits, at the peak` }
    : {};

/** The scenario without the API offer at `index`. */
export function withoutApi(scenario: Scenario, index: number): Scenario {
  const { apis = [], ...rest } = scenario;
  const left = apis.toSpliced(index, 1);
  return left.length > 0 ? { ...rest, apis: left } : rest;
}
