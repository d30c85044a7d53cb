import { accelerator, calibration, catalogVersion, defaultPrice, format, model, place } from ".";
import type { Place } from "./place";
import type { Price } from "./schema";

const chosen = new Map<string, Price | undefined>();

/** `defaultPrice`, chosen once per accelerator and process: the choice compares all its offers. */
function priceOnce(acceleratorId: string): Price | undefined {
  if (!chosen.has(acceleratorId)) chosen.set(acceleratorId, defaultPrice(acceleratorId));
  return chosen.get(acceleratorId);
}

const found = new Map<string, Place>();

/** `place`, found once: it is looked for through all that it lies in. Only places that there are take room. */
function placeOnce(id: string): Place | undefined {
  const known = found.get(id) ?? place(id);
  if (known) found.set(id, known);
  return known;
}

/** The whole catalog in the shape that the engine looks records up in. */
export const catalogLookup = () => ({
  catalogVersion: catalogVersion(),
  model,
  accelerator,
  format,
  calibration,
  price: priceOnce,
  place: placeOnce,
});
