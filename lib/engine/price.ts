import type { Option } from "@/lib/scenario";
import type { Lookup } from "./deployment";

const SECONDS_PER_HOUR = 3600;

type Priced = Pick<Option, "accelerator" | "pricePerHour">;

/** USD per second of an option's accelerator: the person's price where given, else the catalog's, else undefined. */
export const priceOf = ({ accelerator, pricePerHour }: Priced, lookup: Lookup): number | undefined =>
  pricePerHour === undefined
    ? lookup.price(accelerator)?.perAcceleratorHour.value
    : pricePerHour / SECONDS_PER_HOUR;

/** Where an option's price comes from. */
export type PriceOrigin =
  | { readonly kind: "user" }
  | { readonly kind: "catalog"; readonly price: string; readonly asOf: string; readonly source: string }
  | { readonly kind: "unknown" };

export function priceOrigin({ accelerator, pricePerHour }: Priced, lookup: Lookup): PriceOrigin {
  if (pricePerHour !== undefined) return { kind: "user" };
  const price = lookup.price(accelerator);
  return price
    ? { kind: "catalog", price: price.id, asOf: price.asOf, source: price.source }
    : { kind: "unknown" };
}
