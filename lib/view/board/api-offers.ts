import type { ApiPrice } from "@/lib/catalog/schema";
import type { Estimate } from "@/lib/engine";
// Past the engine's door, which would bring every formula into the first page.
import { apiCost } from "@/lib/engine/api-cost";
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
}: ApiPrice): ApiOffer => ({
  model,
  provider,
  name,
  input: inMillions(input.value),
  output: inMillions(output.value),
  ...(cachedInput ? { cachedInput: inMillions(cachedInput.value) } : {}),
  asOf,
});

const inMillions = (value: number) => Number((value / PER_MILLION).toPrecision(12));

/** The API offers of the plan's own model, cheapest first; `best` is the cost of the cheapest option that keeps the goals. */
export function apiRows({ scenario, options }: Estimate, best: number | undefined): ApiRow[] {
  const { workload, apis = [] } = scenario;
  const running = options.find(({ figures }) => figures.monthlyInputTokens !== undefined)?.figures;
  // Turns carry their history, so a month's tokens say more of lengths than the question does.
  const { monthlyInputTokens: read, monthlyOutputTokens: written } = running ?? {};
  const asked = scenario.traffic.load !== "batch" && read !== undefined && written !== undefined;
  const lengths = asked ? { ...workload, inputTokens: read, outputTokens: written } : workload;
  return apis
    .flatMap((offer, index): ApiRow[] => {
      if (offer.model !== workload.model) return [];
      const cost = apiCost(offer, lengths);
      return [
        {
          index,
          name: `${offer.provider} API`,
          cost,
          month: asked ? cost * (read + written) : null,
          asOf: offer.asOf,
          difference: best ? cost / best - 1 : null,
        },
      ];
    })
    .sort((a, b) => a.cost - b.cost);
}

/** The scenario with the cheapest of these offers that it does not have yet; undefined where there is none. */
export function withCheapestApi(scenario: Scenario, offers: readonly ApiOffer[]): Scenario | undefined {
  const { apis = [], workload } = scenario;
  const has = (offer: ApiOffer) =>
    apis.some(
      ({ provider, name, model }) =>
        `${provider}/${name}/${model}` === `${offer.provider}/${offer.name}/${offer.model}`,
    );
  const [cheapest] = offers
    .filter((offer) => !has(offer))
    .toSorted((a, b) => apiCost(a, workload) - apiCost(b, workload));
  return cheapest && { ...scenario, apis: [...apis, cheapest] };
}

/** The scenario without the API offer at `index`. */
export function withoutApi(scenario: Scenario, index: number): Scenario {
  const { apis = [], ...rest } = scenario;
  const left = apis.toSpliced(index, 1);
  return left.length > 0 ? { ...rest, apis: left } : rest;
}
