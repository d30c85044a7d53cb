import "server-only";
import { accelerator, calibration, catalogVersion, defaultPrice, format, model } from "@/lib/catalog";
import type { Lookup } from "@/lib/engine";

/** The whole catalog as the engine looks records up. */
export const catalogLookup = (): Lookup => ({
  catalogVersion: catalogVersion(),
  model,
  accelerator,
  format,
  calibration,
  price: defaultPrice,
});
