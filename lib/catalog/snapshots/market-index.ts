import type { Catalog } from "../catalog";
import type { Area } from "../region";
import { holdsWords, wordsOf } from "./names";

/** A machine whose name says what is in it. */
export type KnownInstance = { accelerator: string; accelerators: number };

/** What of the catalog is needed to say what a price list means. */
export type MarketRecords = Pick<Catalog, "market" | "prices" | "apiPrices" | "regions" | "models"> & {
  accelerators: readonly { id: string }[];
};

/** Look-ups from the words of price lists to ids of this catalog. */
export type MarketIndex = {
  provider: (name: string) => { id: string; name: string } | undefined;
  apiProvider: (name: string) => { id: string; name: string } | undefined;
  instance: (provider: string, name: string) => KnownInstance | undefined;
  /** The accelerators that these words can mean: one where they are clear. */
  parts: (provider: string, name: string) => string[];
  area: (provider: string, region: string | undefined) => Area | undefined;
  hasAccelerator: (id: string) => boolean;
  model: (provider: string, name: string) => string | undefined;
};

/** Prepares the look-ups once for all rows of a snapshot. */
export function marketIndex(records: MarketRecords): MarketIndex {
  const { market, prices, regions } = records;
  const providers = new Map(
    market.flatMap(({ provider }) =>
      provider.flatMap((one) =>
        [one.id, one.name, ...one.names].map((name) => [wordsOf(name), one] as const),
      ),
    ),
  );
  for (const { id, provider } of prices) {
    const known = { id: id.split("/")[0] ?? "", name: provider };
    for (const name of [known.id, provider])
      if (!providers.has(wordsOf(name))) providers.set(wordsOf(name), { ...known, names: [] });
  }
  const instances = knownInstances(records);
  const partNames = market.flatMap(({ part }) =>
    part.flatMap(({ accelerator, provider, names }) =>
      names.map((name) => ({ accelerator, provider, words: wordsOf(name) })),
    ),
  );
  const clouds = new Map(
    regions.map(({ id, region }) => [id, new Map(region.map((one) => [one.id, one.area]))] as const),
  );
  const chips = new Set(records.accelerators.map(({ id }) => id));
  return {
    provider: (name) => providers.get(wordsOf(name)),
    instance: (provider, name) => instances.get(`${provider} ${wordsOf(name)}`),
    parts(provider, name) {
      const words = wordsOf(name);
      const fitting = partNames.filter(
        (part) => (part.provider ?? provider) === provider && holdsWords(words, part.words),
      );
      const longest = Math.max(0, ...fitting.map((part) => part.words.length));
      const best = fitting.filter((part) => part.words.length === longest);
      return [...new Set(best.map(({ accelerator }) => accelerator))];
    },
    area: (provider, region) => (region === undefined ? "global" : clouds.get(provider)?.get(region)),
    hasAccelerator: (id) => chips.has(id),
    ...apiIndex(records),
  };
}

/**
 * Machines by provider and name: those that the catalog's whole offers name, and those listed for it. A name that
 * stands for several parts, such as a marketplace's "median offer", says nothing.
 */
function knownInstances({ market, prices }: MarketRecords): Map<string, KnownInstance> {
  const known = new Map<string, KnownInstance>();
  const unclear = new Set<string>();
  for (const { id, instance, accelerator, accelerators, covers } of prices) {
    if (!instance || covers) continue;
    const name = `${id.split("/")[0]} ${wordsOf(instance)}`;
    const other = known.get(name);
    if (other && (other.accelerator !== accelerator || other.accelerators !== accelerators))
      unclear.add(name);
    known.set(name, { accelerator, accelerators });
  }
  for (const name of unclear) known.delete(name);
  for (const { instance } of market)
    for (const { provider, names, accelerator, accelerators } of instance)
      for (const name of names) known.set(`${provider} ${wordsOf(name)}`, { accelerator, accelerators });
  return known;
}

/** Managed models: a provider's own name that the catalog has an offer of, or a model's published name. */
function apiIndex({ market, apiPrices, models }: MarketRecords): Pick<MarketIndex, "apiProvider" | "model"> {
  const providers = new Map(
    apiPrices.flatMap(({ id, provider }) => {
      const known = { id: id.split("/")[0] ?? "", name: provider };
      return [known.id, provider].map((name) => [wordsOf(name), known] as const);
    }),
  );
  const byId = new Map([...providers.values()].map((one) => [one.id, one]));
  for (const { api } of market)
    for (const { id, names } of api)
      for (const name of names) providers.set(wordsOf(name), byId.get(id) ?? { id, name: id });
  const offered = new Map(
    apiPrices.map(({ id, name, model }) => [`${id.split("/")[0]} ${name.toLowerCase()}`, model] as const),
  );
  const published = new Map(
    models.flatMap((model) =>
      [model.id, model.huggingFace, ...(model.aliases ?? [])]
        .filter((name) => name !== undefined)
        .flatMap((name) => [name, name.split("/").at(-1) ?? name])
        .map((name) => [name.toLowerCase(), model.id] as const),
    ),
  );
  return {
    apiProvider: (name) => providers.get(wordsOf(name)),
    model: (provider, name) =>
      offered.get(`${provider} ${name.toLowerCase()}`) ??
      published.get(name.toLowerCase()) ??
      published.get(name.toLowerCase().split("/").at(-1) ?? ""),
  };
}
