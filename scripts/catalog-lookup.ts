import type { PointRecords } from "@/lib/accuracy/operating-point";
import * as catalog from "@/lib/catalog";
import { parameters } from "@/lib/catalog/count/model";
import { catalogLookup } from "@/lib/catalog/lookup";
import type { Lookup } from "@/lib/engine";

/** The catalog as the engine looks it up. */
export const wholeLookup: Lookup = catalogLookup();

/** The catalog under the names that tables of measurements use. */
export const catalogNames = {
  model: catalog.modelByName,
  accelerator: catalog.accelerator,
  format: catalog.format,
};

/** The records that measurements and plans are compared by. */
export const pointRecords: PointRecords = {
  model: catalog.model,
  accelerator: catalog.accelerator,
  format: catalog.format,
  parameters,
};
