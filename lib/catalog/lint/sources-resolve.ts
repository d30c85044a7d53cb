import type { Catalog } from "../catalog";
import {
  acceleratorFile,
  apiPriceFile,
  type Finding,
  historyFile,
  modelFile,
  priceFile,
  type Rule,
} from "./rule";

/** Every `source` inside a record, with the path to it. */
export function* citedIn(value: unknown, path = ""): Generator<{ path: string; source: string }> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const here = Array.isArray(value) ? `${path}[${key}]` : path ? `${path}.${key}` : key;
    if (/^source$|Source$/.test(key) && typeof inner === "string") yield { path: here, source: inner };
    else yield* citedIn(inner, here);
  }
}

/** All records with the file each lives in. */
function records(catalog: Catalog): { file: string; record: unknown }[] {
  const at = <T>(list: readonly T[], file: (record: T) => string) =>
    list.map((record) => ({ file: file(record), record }));
  return [
    ...at([...catalog.accelerators, ...catalog.incompleteAccelerators], acceleratorFile),
    ...at([...catalog.models, ...catalog.incompleteModels], modelFile),
    ...at(catalog.formats, (format) => `data/formats/${format.id}.toml`),
    ...at(catalog.prices, priceFile),
    ...at(catalog.earlierPrices, historyFile),
    ...at(catalog.priceRanges, () => "data/prices/ranges.toml"),
    ...at(catalog.apiPrices, apiPriceFile),
    ...at(catalog.energy, (energy) => `data/energy/${energy.id}.toml`),
    ...at(catalog.currencies, (currency) => `data/currencies/${currency.id}.toml`),
    ...at(catalog.regions, (cloud) => `data/regions/${cloud.id}.toml`),
    ...at(catalog.presets, (preset) => `data/presets/${preset.id}.toml`),
    ...at(catalog.days, (day) => `data/days/${day.id}.toml`),
    ...at(catalog.levers, (lever) => `data/levers/${lever.id}.toml`),
    ...at(catalog.calibration, (calibration) => `data/calibration/${calibration.id}.toml`),
  ];
}

/** Every figure names a source, and that source has a record. */
export const sourcesResolve: Rule = {
  name: "sources resolve",
  check(catalog) {
    const known = new Set(catalog.sources.map((source) => source.id));
    return records(catalog).flatMap(({ file, record }): Finding[] =>
      [...citedIn(record)]
        .filter(({ source }) => !known.has(source))
        .map(({ path, source }) => ({
          file,
          field: path,
          message: `no file data/sources/${source}.toml`,
        })),
    );
  },
};
