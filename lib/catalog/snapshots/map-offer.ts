import type { Area } from "../region";
import type { MarketIndex } from "./market-index";
import type { PrintedApiOffer, PrintedOffer } from "./reading";

/** An offer in the catalog's terms, before its source is known. Prices are USD per hour. */
export type MappedOffer = {
  provider: { id: string; name: string };
  offer: Omit<PrintedOffer, "provider" | "parts" | "instanceHour" | "acceleratorHour" | "accelerator"> & {
    accelerator: string;
    accelerators: number;
    area: Area;
    instanceHour?: number;
    acceleratorHour: number;
  };
};

type Mapping<T> = { ok: true; value: T } | { ok: false; why: string };
const refuse = (why: string) => ({ ok: false as const, why });

/**
 * What an offer of a price list is in this catalog, or why that cannot be said. `fallback` is the provider of a
 * file that names none. Two readings of one row that differ are refused, never chosen between.
 */
export function mapOffer(printed: PrintedOffer, index: MarketIndex, fallback?: string): Mapping<MappedOffer> {
  const providerName = printed.provider === "" ? fallback : printed.provider;
  if (providerName === undefined) return refuse("neither the file nor its name says whose prices these are");
  const provider = index.provider(providerName);
  if (!provider) return refuse(`no provider is called "${providerName}"`);
  const known = printed.instance === undefined ? undefined : index.instance(provider.id, printed.instance);
  const part = partOf(printed, provider.id, index, known?.accelerator);
  if (!part.ok) return part;
  const accelerators = countOf(printed, known?.accelerators);
  if (!accelerators.ok) return accelerators;
  const area = index.area(provider.id, printed.region);
  if (area === undefined) return refuse(`region "${printed.region}" of ${provider.name} is not known`);
  const {
    provider: _name,
    parts: _parts,
    instanceHour,
    acceleratorHour,
    accelerator: _id,
    ...rest
  } = printed;
  // A list rounds the price of one; the machine's over its accelerators has more digits.
  const each = instanceHour === undefined ? acceleratorHour : instanceHour / accelerators.value;
  if (each === undefined) return refuse("no price");
  return {
    ok: true,
    value: {
      provider: { id: provider.id, name: provider.name },
      offer: {
        ...rest,
        accelerator: part.value,
        accelerators: accelerators.value,
        area,
        ...(instanceHour === undefined ? {} : { instanceHour }),
        acceleratorHour: Number(each.toPrecision(9)),
      },
    },
  };
}

function partOf(
  printed: PrintedOffer,
  provider: string,
  index: MarketIndex,
  inInstance: string | undefined,
): Mapping<string> {
  const named =
    printed.parts.map((name) => index.parts(provider, name)).find((found) => found.length > 0) ?? [];
  const given = printed.accelerator;
  if (given !== undefined && !index.hasAccelerator(given))
    return refuse(`no accelerator of this catalog has the id "${given}"`);
  const [first = "", ...others] = new Set([given, inInstance, ...named].filter((id) => id !== undefined));
  if (others.length > 0) return refuse(`it could be ${[first, ...others].join(" or ")}`);
  return first === ""
    ? refuse("no accelerator of this catalog is known by its names")
    : { ok: true, value: first };
}

/** Accelerators of the machine. A list that counts one of a machine known to hold more gives the price of one. */
function countOf({ accelerators, instanceHour }: PrintedOffer, known: number | undefined): Mapping<number> {
  const count = known ?? accelerators ?? 1;
  const differs = known !== undefined && accelerators !== undefined && known !== accelerators;
  if (differs && (accelerators > 1 || instanceHour !== undefined))
    return refuse(`the list counts ${accelerators} accelerators in it, the catalog ${known}`);
  return { ok: true, value: count };
}

/** A managed model's offer in the catalog's terms. */
export type MappedApiOffer = {
  provider: { id: string; name: string };
  offer: Omit<PrintedApiOffer, "provider"> & { model: string };
};

/** What a managed offer is in this catalog, or why it has no place in it. */
export function mapApiOffer(printed: PrintedApiOffer, index: MarketIndex): Mapping<MappedApiOffer> {
  const provider = index.apiProvider(printed.provider);
  if (!provider) return refuse(`no provider of managed models is called "${printed.provider}"`);
  const model = index.model(provider.id, printed.name);
  if (model === undefined) return refuse("no model of this catalog is known by its name");
  const { provider: _name, ...rest } = printed;
  return { ok: true, value: { provider, offer: { ...rest, model } } };
}
