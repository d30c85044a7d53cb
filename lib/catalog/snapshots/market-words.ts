import type { Catalog } from "../catalog";
import type { MarketWords } from "./market-index";
import { wordsOf } from "./names";

type Records = Pick<
  Catalog,
  "market" | "prices" | "apiPrices" | "regions" | "models" | "accelerators" | "incompleteAccelerators"
>;

/** The words of the catalog that price lists are read by. */
export function marketWords(catalog: Records): MarketWords {
  const { market, prices, apiPrices, regions, models } = catalog;
  const providersOf = (offers: readonly { id: string; provider: string }[]) => {
    const names = new Map(offers.map(({ id, provider }) => [providerId(id), provider] as const));
    return [...names].map(([id, name]) => ({ id, name }));
  };
  return {
    market,
    providers: providersOf(prices),
    apiProviders: providersOf(apiPrices),
    instances: instancesIn(prices),
    apiNames: apiPrices.map(({ id, name, model }) => ({ provider: providerId(id), name, model })),
    models: models.map(({ id, huggingFace, aliases = [] }) => ({
      id,
      names: [id, ...(huggingFace ? [huggingFace] : []), ...aliases],
    })),
    regions: regions.map(({ id, region }) => ({ id, region: region.map(({ id, area }) => ({ id, area })) })),
    accelerators: [...catalog.accelerators, ...catalog.incompleteAccelerators].map(({ id }) => id),
  };
}

/** An offer's id begins with its provider's. */
const providerId = (id: string): string => id.split("/")[0] ?? "";

/**
 * Machines that whole offers name. A name that stands for several parts, such as a marketplace's "median offer",
 * says nothing and is left out.
 */
function instancesIn(prices: Records["prices"]): MarketWords["instances"] {
  const known = new Map<string, MarketWords["instances"][number]>();
  const unclear = new Set<string>();
  for (const { id, instance: name, accelerator, accelerators, covers } of prices) {
    if (!name || covers) continue;
    const provider = providerId(id);
    const key = `${provider} ${wordsOf(name)}`;
    const other = known.get(key);
    if (other && (other.accelerator !== accelerator || other.accelerators !== accelerators)) unclear.add(key);
    known.set(key, { provider, name, accelerator, accelerators });
  }
  return [...known].filter(([key]) => !unclear.has(key)).map(([, instance]) => instance);
}
