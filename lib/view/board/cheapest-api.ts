import { offerTokenCost } from "@/lib/engine";
import type { ApiOffer, Scenario } from "@/lib/scenario/schema";

/** What tells two offers apart. */
export const offerKey = ({ provider, name, model }: Pick<ApiOffer, "provider" | "name" | "model">): string =>
  `${provider}/${name}/${model}`;

/** The scenario with the cheapest of these offers that it does not have yet; undefined where there is none. */
export function withCheapestApi(scenario: Scenario, offers: readonly ApiOffer[]): Scenario | undefined {
  const { apis = [], workload, money } = scenario;
  const held = new Set(apis.map(offerKey));
  const cost = (offer: ApiOffer) =>
    offerTokenCost(offer, workload, money, { read: workload.inputTokens, written: workload.outputTokens });
  const [cheapest] = offers
    .filter((offer) => !held.has(offerKey(offer)))
    .toSorted((a, b) => cost(a) - cost(b));
  return cheapest && { ...scenario, apis: [...apis, cheapest] };
}
