import type { Price } from "@/lib/catalog/schema";
import type { Option } from "@/lib/scenario";
import type { Lookup } from "./deployment";

const SECONDS_PER_HOUR = 3600;

type Priced = Pick<Option, "accelerator" | "pricePerHour">;

/** The catalog's offer that an option's cost rests on; undefined where the person states a price, or none is listed. */
export const listedPrice = ({ accelerator, pricePerHour }: Priced, lookup: Lookup): Price | undefined =>
  pricePerHour === undefined ? lookup.price(accelerator) : undefined;

/** USD per second of an option's accelerator: the person's price where given, else the catalog's, else undefined. */
export const priceOf = (option: Priced, lookup: Lookup): number | undefined =>
  option.pricePerHour === undefined
    ? listedPrice(option, lookup)?.perAcceleratorHour.value
    : option.pricePerHour / SECONDS_PER_HOUR;

/** Where an option's price comes from. */
export type PriceOrigin =
  | { readonly kind: "user" }
  | { readonly kind: "catalog"; readonly price: string; readonly asOf: string; readonly source: string }
  | { readonly kind: "unknown" };

export function priceOrigin(option: Priced, lookup: Lookup): PriceOrigin {
  if (option.pricePerHour !== undefined) return { kind: "user" };
  const price = listedPrice(option, lookup);
  return price
    ? { kind: "catalog", price: price.id, asOf: price.asOf, source: price.source }
    : { kind: "unknown" };
}
