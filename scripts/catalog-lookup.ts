import * as catalog from "@/lib/catalog";
import { catalogLookup as wholeCatalog } from "@/lib/catalog/lookup";
import type { Lookup } from "@/lib/engine";

/** The catalog as the engine looks it up. */
export const catalogLookup: Lookup = wholeCatalog();

/** The catalog under the names that tables of measurements use. */
export const catalogNames = {
  model: catalog.modelByName,
  accelerator: catalog.accelerator,
  format: catalog.format,
};
