import type { Market } from "../market";
import type { Area } from "../region";
import { holdsWords, wordsOf } from "./names";

/** A machine whose name says what is in it. */
export type KnownInstance = { accelerator: string; accelerators: number };

/** What of the catalog is needed to say what a price list means: small enough for a browser to load. */
export type MarketWords = {
  market: readonly Market[];
  /** Providers of accelerator-hours and of managed models that have offers. */
  providers: readonly Named[];
  apiProviders: readonly Named[];
  /** Machines of the catalog's offers whose name stands for one part. */
  instances: readonly (KnownInstance & { provider: string; name: string })[];
  /** Managed offers' own names, and models by their published ones. */
  apiNames: readonly { provider: string; name: string; model: string }[];
  models: readonly { id: string; names: readonly string[] }[];
  regions: readonly { id: string; region: readonly { id: string; area: Area }[] }[];
  accelerators: readonly string[];
};
type Named = { id: string; name: string };

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
export function marketIndex(words: MarketWords): MarketIndex {
  const { market, regions } = words;
  const providers = new Map(words.providers.flatMap((one) => named(one)));
  for (const { provider } of market)
    for (const one of provider)
      for (const name of [one.id, one.name, ...one.names]) providers.set(wordsOf(name), one);
  const listed = market.flatMap(({ instance }) =>
    instance.flatMap(({ names, ...one }) => names.map((name) => ({ ...one, name }))),
  );
  const instances = new Map(
    [...words.instances, ...listed].map((one) => [`${one.provider} ${wordsOf(one.name)}`, one] as const),
  );
  const partNames = market.flatMap(({ part }) =>
    part.flatMap(({ accelerator, provider, names }) =>
      names.map((name) => ({ accelerator, provider, words: wordsOf(name) })),
    ),
  );
  const clouds = new Map(
    regions.map(({ id, region }) => [id, new Map(region.map((one) => [one.id, one.area]))] as const),
  );
  const chips = new Set(words.accelerators);
  return {
    provider: (name) => providers.get(wordsOf(name)),
    instance: (provider, name) => instances.get(`${provider} ${wordsOf(name)}`),
    parts(provider, name) {
      const whole = wordsOf(name);
      const fitting = partNames.filter(
        (part) => (part.provider ?? provider) === provider && holdsWords(whole, part.words),
      );
      const longest = Math.max(0, ...fitting.map((part) => part.words.length));
      const best = fitting.filter((part) => part.words.length === longest);
      return [...new Set(best.map(({ accelerator }) => accelerator))];
    },
    area: (provider, region) => (region === undefined ? "global" : clouds.get(provider)?.get(region)),
    hasAccelerator: (id) => chips.has(id),
    ...apiIndex(words),
  };
}

const named = (one: Named) => [one.id, one.name].map((name) => [wordsOf(name), one] as const);

/** Managed models: a provider's own name that the catalog has an offer of, or a model's published name. */
function apiIndex({ market, ...words }: MarketWords): Pick<MarketIndex, "apiProvider" | "model"> {
  const providers = new Map(words.apiProviders.flatMap(named));
  const byId = new Map(words.apiProviders.map((one) => [one.id, one]));
  for (const { api } of market)
    for (const { id, names } of api)
      for (const name of names) providers.set(wordsOf(name), byId.get(id) ?? { id, name: id });
  const offered = new Map(
    words.apiNames.map(({ provider, name, model }) => [`${provider} ${name.toLowerCase()}`, model] as const),
  );
  const published = new Map(
    words.models.flatMap(({ id, names }) =>
      names
        .flatMap((name) => [name, name.split("/").at(-1) ?? name])
        .map((name) => [name.toLowerCase(), id] as const),
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
