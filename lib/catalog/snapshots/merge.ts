import type { Snapshot } from "./read-snapshot";

/** An offer as a file of `data/prices` or `data/api-prices` holds it. */
export type RawOffer = Record<string, unknown> & { asOf: string };
/** A provider's file as TOML holds it. */
export type RawFile = Record<string, unknown> & { provider: string; offer: RawOffer[] };
/** Files by folder and id: `prices/aws`. */
export type RawFiles = ReadonlyMap<string, RawFile>;

/** What a snapshot does to one offer. `ratio` is the new price over the old, where there was one. */
export type Change = {
  kind: "new" | "changed" | "redated" | "older" | "twice";
  file: string;
  what: string;
  before?: { price: string; asOf: string };
  after: { price: string; asOf: string };
  ratio?: number;
};

/** A price that moved by more than this is written only when a person accepts it. */
export const LARGE_CHANGE = 0.4;

/** Lists print four decimals: what differs by less is the same price. */
const SAME = 1e-4;

/** Whether a person must accept this change. */
export const isLarge = ({ ratio }: Change): boolean =>
  ratio !== undefined && (ratio > 1 + LARGE_CHANGE || ratio < 1 - LARGE_CHANGE);

type Incoming = { file: string; provider: string; key: string; offer: RawOffer; price: number };

/**
 * The files with a snapshot's offers in them, and what each offer does. Offers are the same where provider, part,
 * instance, region and term are (of a managed model: provider and name); the newer date wins. Nothing is taken away.
 * Large changes wait unless `accept`.
 */
export function mergeSnapshot(
  files: RawFiles,
  snapshot: Snapshot,
  sourceId: string,
  accept: boolean,
): { files: RawFiles; changes: Change[] } {
  const merged = new Map([...files].map(([id, file]) => [id, { ...file, offer: [...file.offer] }]));
  const changes: Change[] = [];
  const seen = new Map<string, number>();
  for (const incoming of incomingOf(snapshot, sourceId)) {
    const { file: id, provider, key, offer: given, price } = incoming;
    const what = nameOf(given);
    const after = { price: priceText(given), asOf: given.asOf };
    const twice = seen.get(`${id} ${key}`);
    if (twice !== undefined) {
      if (Math.abs(twice / price - 1) > SAME) changes.push({ kind: "twice", file: id, what, after });
      continue;
    }
    seen.set(`${id} ${key}`, price);
    const file = merged.get(id) ?? { provider, offer: [] };
    const at = file.offer.findIndex((known) => keyOf(known) === key);
    const known = file.offer[at];
    const offer = withMachine(given, file.offer);
    const change = changeOf(known, offer, { file: id, what, after });
    changes.push(change);
    if (change.kind === "older" || (isLarge(change) && !accept)) continue;
    merged.set(id, file);
    if (known) file.offer[at] = offer;
    else file.offer.push(offer);
  }
  return { files: merged, changes };
}

/** What no price list prints of a machine and the catalog knows, from this machine's other offers. */
function withMachine(
  { accelerator, instance, accelerators, ...rest }: RawOffer,
  offers: RawOffer[],
): RawOffer {
  const cores = offers.find(
    (one) => one.cores !== undefined && one.accelerator === accelerator && one.instance === instance,
  )?.cores;
  const machine = { accelerator, ...(instance ? { instance } : {}), accelerators };
  return accelerator === undefined ? rest : { ...machine, ...(cores ? { cores } : {}), ...rest };
}

function changeOf(known: RawOffer | undefined, offer: RawOffer, base: Omit<Change, "kind">): Change {
  if (!known) return { kind: "new", ...base };
  const before = { price: priceText(known), asOf: known.asOf };
  const ratio = hourlyPriceOf(offer) / hourlyPriceOf(known);
  if (known.asOf >= offer.asOf) return { kind: "older", ...base, before };
  const kind = Math.abs(ratio - 1) < SAME ? "redated" : "changed";
  return { kind, ...base, before, ratio };
}

function incomingOf({ offers, apiOffers }: Snapshot, source: string): Incoming[] {
  const hours = offers.map(({ provider, offer }): Incoming => {
    const { accelerator, instance, accelerators, region, area, term, instanceHour, acceleratorHour } = offer;
    const raw: RawOffer = {
      accelerator,
      ...(instance ? { instance } : {}),
      accelerators,
      ...(region ? { region } : {}),
      area,
      term,
      ...(instanceHour === undefined ? {} : { perInstanceHour: { value: `$${instanceHour}/h`, source } }),
      perAcceleratorHour: {
        value: `$${acceleratorHour}/h`,
        source,
        ...(offer.note ? { note: offer.note } : {}),
      },
      ...(offer.covers ? { covers: offer.covers } : {}),
      asOf: offer.asOf,
    };
    return {
      file: `prices/${provider.id}`,
      provider: provider.name,
      key: keyOf(raw),
      offer: raw,
      price: acceleratorHour,
    };
  });
  const managed = apiOffers.map(({ provider, offer }): Incoming => {
    const figure = (price: number) => ({ value: `$${price}/Mtok`, source });
    const raw: RawOffer = {
      model: offer.model,
      name: offer.name,
      input: figure(offer.input),
      output: figure(offer.output),
      ...(offer.cachedInput === undefined ? {} : { cachedInput: figure(offer.cachedInput) }),
      asOf: offer.asOf,
    };
    return {
      file: `api-prices/${provider.id}`,
      provider: provider.name,
      key: keyOf(raw),
      offer: raw,
      price: hourlyPriceOf(raw),
    };
  });
  return [...hours, ...managed];
}

const nameOf = (offer: RawOffer): string =>
  offer.model === undefined
    ? [offer.accelerator, offer.instance, offer.region, offer.term].filter(Boolean).join(" · ")
    : String(offer.name);

/** Lists write one name in several cases, and the catalog's ids have none. */
export const keyOf = (offer: RawOffer): string => nameOf(offer).toLowerCase();

const printed = (figure: unknown): string =>
  typeof figure === "object" && figure !== null && "value" in figure ? String(figure.value) : "";

const priceText = (offer: RawOffer): string =>
  offer.model === undefined
    ? printed(offer.perAcceleratorHour)
    : `${printed(offer.input)} + ${printed(offer.output)}`;

const amount = (text: string): number => Number(text.replace(/[$,]/g, "").replace(/\/.*$/, ""));

/** What is compared: an accelerator's hour, or a million tokens of input and one of output together. */
const hourlyPriceOf = (offer: RawOffer): number =>
  offer.model === undefined
    ? amount(printed(offer.perAcceleratorHour))
    : amount(printed(offer.input)) + amount(printed(offer.output));
