import type {
  Accelerator,
  ApiPrice,
  Calibration,
  Energy,
  Format,
  IncompleteAccelerator,
  IncompleteModel,
  Model,
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
  priceRanges: PriceRange[];
  apiPrices: ApiPrice[];
  energy: Energy[];
  calibration: Calibration[];
  sources: Source[];
  /** Short hash over all files: a scenario is saved with it. */
  version: string;
};
