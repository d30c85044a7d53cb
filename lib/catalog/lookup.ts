import { accelerator, calibration, catalogVersion, defaultPrice, format, model, place } from ".";

/**
 * The same look-up, done once in a process for each id that has an answer. An id without one is asked again: people
 * can send any, and none of them should take room for ever.
 */
function once<T>(find: (id: string) => T | undefined): (id: string) => T | undefined {
  const found = new Map<string, T>();
  return (id) => {
    const known = found.get(id) ?? find(id);
    if (known !== undefined) found.set(id, known);
    return known;
  };
}

// The choice of a price compares all offers of a chip; a place is looked for through all that it lies in.
const price = once(defaultPrice);
const placeOnce = once(place);

/** The whole catalog in the shape that the engine looks records up in. */
export const catalogLookup = () => ({
  catalogVersion: catalogVersion(),
  model,
  accelerator,
  format,
  calibration,
  price,
  place: placeOnce,
});
