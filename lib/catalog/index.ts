import type { Catalog } from "./catalog";
import { inDollars } from "./currency";
import { chooseDefaultPrice } from "./default-price";
import { loadCatalog } from "./load";
import { type Place, placeOf, placesIn } from "./place";
import type {
  Accelerator,
  ApiPrice,
  Calibration,
  CloudRegions,
  Day,
  Energy,
  EnergyFact,
  Format,
  IncompleteAccelerator,
  IncompleteModel,
  Lever,
  Model,
  Preset,
  Price,
  PriceRange,
  Source,
} from "./schema";

const byId = new WeakMap<readonly { id: string }[], Map<string, { id: string }>>();

/** Finds a record of a list by its id; the list is indexed on first use. */
function find<T extends { id: string }>(records: readonly T[], id: string): T | undefined {
  let index = byId.get(records);
  if (!index) {
    index = new Map(records.map((record) => [record.id, record]));
    byId.set(records, index);
  }
  return index.get(id) as T | undefined;
}

/** All accelerators that a plan can use, in the order of their ids. */
export const accelerators = (): Accelerator[] => loadCatalog().accelerators;
/** Accelerators that lack a figure every plan needs; each says which. */
export const incompleteAccelerators = (): IncompleteAccelerator[] => loadCatalog().incompleteAccelerators;
/** The accelerator with this id, if a plan can use it. */
export const accelerator = (id: string): Accelerator | undefined => find(loadCatalog().accelerators, id);

/** All models that a plan can use, in the order of their ids. */
export const models = (): Model[] => loadCatalog().models;
/** Models of which something was never published or found; each says what. */
export const incompleteModels = (): IncompleteModel[] => loadCatalog().incompleteModels;
/** The model with this id, if a plan can use it. */
export const model = (id: string): Model | undefined => find(loadCatalog().models, id);

/** The model published under this name (with or without organisation, any case), or with it as an alias. */
export function modelByName(name: string): Model | undefined {
  const wanted = name.toLowerCase();
  const short = (candidate: string) => candidate.toLowerCase().split("/").at(-1);
  return (
    model(wanted) ??
    models().find((candidate) =>
      [candidate.huggingFace, ...(candidate.aliases ?? [])].some(
        (known) => known && (known.toLowerCase() === wanted || short(known) === wanted),
      ),
    )
  );
}

/** All number formats. */
export const formats = (): Format[] => loadCatalog().formats;
/** The number format with this id, or with it among its other names. */
export const format = (id: string): Format | undefined =>
  find(loadCatalog().formats, id) ?? loadCatalog().formats.find((known) => known.aliases?.includes(id));

/** All dated offers of accelerator hours. */
export const prices = (): Price[] => loadCatalog().prices;
/** The offer with this id. */
export const price = (id: string): Price | undefined => find(loadCatalog().prices, id);
/** The offers of one accelerator. */
export const pricesOf = (acceleratorId: string): Price[] =>
  loadCatalog().prices.filter((offer) => offer.accelerator === acceleratorId);
/** What the offers of one accelerator cost before. */
export const earlierPricesOf = (acceleratorId: string): Price[] =>
  loadCatalog().earlierPrices.filter((offer) => offer.accelerator === acceleratorId);
/** The offer a plan starts from; see `chooseDefaultPrice` for the rule. */
export const defaultPrice = (acceleratorId: string): Price | undefined =>
  chooseDefaultPrice(pricesOf(acceleratorId));
/** Published low, base and high prices. */
export const priceRanges = (): PriceRange[] => loadCatalog().priceRanges;

/** All managed-API prices. */
export const apiPrices = (): ApiPrice[] => loadCatalog().apiPrices;
/** Electricity, PUE and colocation by region. */
export const energy = (): Energy[] => loadCatalog().energy;

/** A price of electricity in another currency, in USD per joule by the rate of its period; undefined without one. */
export const dollarsOf = ({ value, asOf }: Extract<EnergyFact, { what: "electricity-local" }>) =>
  inDollars(value, asOf, loadCatalog().currencies);

/** Where machines can stand, with what is known of each; see `placeOf`. */
export const places = () => placesIn(loadCatalog());
/** The place with this id: a country, a state or a cloud's region. */
export const place = (id: string): Place | undefined => placeOf(id, loadCatalog());
/** The regions of clouds. */
export const regions = (): CloudRegions[] => loadCatalog().regions;

/** All fitted constants. */
export const calibrations = (): Calibration[] => loadCatalog().calibration;
/** The fitted constants with this id (an architecture, a stack, "global"). */
export const calibration = (id: string): Calibration | undefined => find(loadCatalog().calibration, id);

/** Kinds of use, as published traces have them. */
export const presets = (): Preset[] => loadCatalog().presets;

/** How requests are spread over a day, as published traces have it. */
export const days = (): Day[] => loadCatalog().days;

/** Techniques whose effect is published, not computed. */
export const levers = (): Lever[] => loadCatalog().levers;

/** All sources. */
export const sources = (): Source[] => loadCatalog().sources;
/** The source with this id. */
export const source = (id: string): Source | undefined => find(loadCatalog().sources, id);

/** Short hash of every record: saved with a scenario. */
export const catalogVersion = (): string => loadCatalog().version;
/** Everything at once, for pages and checks that list it. */
export const catalog = (): Catalog => loadCatalog();
