import type {
  Accelerator,
  ApiPrice,
  Calibration,
  CloudRegions,
  Currency,
  Day,
  Energy,
  Extract,
  Format,
  IncompleteAccelerator,
  IncompleteModel,
  Lever,
  Market,
  Model,
  Preset,
  Price,
  PriceRange,
  Source,
} from "./schema";

/** Every record, read and checked, each list in the order of its ids. */
export type Catalog = {
  accelerators: Accelerator[];
  incompleteAccelerators: IncompleteAccelerator[];
  models: Model[];
  incompleteModels: IncompleteModel[];
  formats: Format[];
  prices: Price[];
  /** The same offers at days before: what became of prices. */
  earlierPrices: Price[];
  priceRanges: PriceRange[];
  apiPrices: ApiPrice[];
  energy: Energy[];
  /** What other currencies were worth in dollars, with the dates. */
  currencies: Currency[];
  /** Regions of clouds, a list for each cloud. */
  regions: CloudRegions[];
  /** What price lists call things. */
  market: Market[];
  calibration: Calibration[];
  /** Kinds of use, as published traces have them. */
  presets: Preset[];
  /** How requests are spread over a day, as published traces have it. */
  days: Day[];
  /** Techniques whose effect is published, not computed. */
  levers: Lever[];
  sources: Source[];
  /** What documents print of accelerators, which figures are checked against. */
  extracts: Extract[];
  /** Short hash over all files: a scenario is saved with it. */
  version: string;
};
