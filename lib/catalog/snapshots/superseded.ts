import { keyOf, type RawFile, type RawFiles } from "./merge";

/** A whole day: without one nothing is said of how fast a price moved. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The files of earlier prices with those that a snapshot replaced: the same offer at an older day. `earlier` holds them
 * by `price-history/aws`.
 */
export function withSuperseded(earlier: RawFiles, before: RawFiles, after: RawFiles): RawFiles {
  const kept = new Map(earlier);
  for (const [id, file] of before) {
    if (!id.startsWith("prices/")) continue;
    const now = new Map((after.get(id)?.offer ?? []).map((offer) => [keyOf(offer), offer.asOf]));
    const replaced = file.offer.filter((offer) => {
      const newer = now.get(keyOf(offer));
      return newer !== undefined && newer > offer.asOf && DAY.test(newer) && DAY.test(offer.asOf);
    });
    if (replaced.length === 0) continue;
    const home = `price-history/${id.slice("prices/".length)}`;
    const held: RawFile = kept.get(home) ?? { provider: file.provider, offer: [] };
    const has = new Set(held.offer.map((offer) => `${keyOf(offer)} ${offer.asOf}`));
    const fresh = replaced.filter((offer) => !has.has(`${keyOf(offer)} ${offer.asOf}`));
    kept.set(home, { ...held, offer: [...held.offer, ...fresh] });
  }
  return kept;
}
