import { type MappedApiOffer, type MappedOffer, mapApiOffer, mapOffer } from "./map-offer";
import type { MarketIndex } from "./market-index";
import { dayIn, type Refusal } from "./reading";
import { snapshotShapeOf } from "./shapes";

/** A snapshot's rows in the catalog's terms, and each row that was not taken with the reason. */
export type Snapshot = {
  shape: { id: string; title: string; where: string; licence?: string };
  day: string;
  offers: MappedOffer[];
  apiOffers: MappedApiOffer[];
  refused: Refusal[];
  /** Whether the file prices managed models, known here or not. */
  managed: boolean;
};

/**
 * Reads one price file by its name and text. The day is the one that the file states, else the one in its name
 * (`models-dev-2026-10-11.json`): a file without either is refused, because a price without a day is none.
 */
export function readSnapshot(
  name: string,
  text: string,
  index: MarketIndex,
): { ok: true; snapshot: Snapshot } | { ok: false; why: string } {
  const shape = snapshotShapeOf(text);
  if (!shape) return { ok: false, why: "no kind of price file that is known" };
  const day = shape.dateIn(text) ?? dayIn(name.replaceAll("_", "-"));
  if (day === undefined)
    return {
      ok: false,
      why: "it does not say of which day it is: put the day into its name, as in prices-2026-10-11.json",
    };
  const reading = shape.read(text, day);
  if (!reading.ok) return reading;
  const { id, title, where, licence } = shape;
  const fallback = providerIn(name, index);
  const refused = [...reading.refused];
  const take = <P extends { at: string }, M>(
    printed: readonly P[],
    map: (one: P) => { ok: true; value: M } | { ok: false; why: string },
    what: (one: P) => string,
  ): M[] =>
    printed.flatMap((one) => {
      const mapping = map(one);
      if (mapping.ok) return [mapping.value];
      refused.push({ at: one.at, what: what(one), why: mapping.why });
      return [];
    });
  const offers = take(
    reading.offers,
    (one) => mapOffer(one, index, fallback),
    (one) => [one.provider, one.instance, one.region].filter(Boolean).join(" "),
  );
  const apiOffers = take(
    reading.apiOffers,
    (one) => mapApiOffer(one, index),
    (one) => `${one.provider} ${one.name}`,
  );
  return {
    ok: true,
    snapshot: {
      shape: { id, title, where, ...(licence ? { licence } : {}) },
      day,
      offers,
      apiOffers,
      refused,
      managed: reading.apiOffers.length > 0,
    },
  };
}

/** The provider that a file's name begins with, as in `aws-vms-2026-10-01.csv`. */
const providerIn = (name: string, index: MarketIndex): string | undefined =>
  name.split(/[^A-Za-z0-9.]+/).find((word) => index.provider(word) !== undefined);
