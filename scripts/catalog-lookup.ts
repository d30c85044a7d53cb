import * as catalog from "@/lib/catalog";
import type { Lookup } from "@/lib/engine";

/** The catalog as the engine looks it up, with default prices chosen once. */
const prices = new Map(catalog.accelerators().map(({ id }) => [id, catalog.defaultPrice(id)]));

export const catalogLookup: Lookup = {
  catalogVersion: catalog.catalogVersion(),
  model: catalog.model,
  accelerator: catalog.accelerator,
  format: catalog.format,
  calibration: catalog.calibration,
  price: (accelerator) => prices.get(accelerator),
};

/** The catalog under the names that tables of measurements use. */
export const catalogNames = {
  model: catalog.modelByName,
  accelerator: catalog.accelerator,
  format: catalog.format,
};
