import { accelerator, calibration, catalogVersion, defaultPrice, format, model, place } from ".";
import type { Price } from "./schema";

const chosen = new Map<string, Price | undefined>();

/** `defaultPrice`, chosen once per accelerator and process: the choice compares all its offers. */
function priceOnce(acceleratorId: string): Price | undefined {
  if (!chosen.has(acceleratorId)) chosen.set(acceleratorId, defaultPrice(acceleratorId));
  return chosen.get(acceleratorId);
}

/** The whole catalog in the shape that the engine looks records up in. */
export const catalogLookup = () => ({
  catalogVersion: catalogVersion(),
  model,
  accelerator,
  format,
  calibration,
  price: priceOnce,
  place,
});
