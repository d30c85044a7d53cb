import "server-only";
import type { PricedAccelerator } from "@/components/price-book/price-list";
import * as catalog from "@/lib/catalog";
import { inUnit } from "@/lib/view/catalog/in-unit";

/** The accelerators that can be planned with, and what a plan assumes each costs an hour. */
export const pricedAccelerators = (): PricedAccelerator[] =>
  catalog.accelerators().map(({ id, name }) => {
    const offer = catalog.defaultPrice(id)?.perAcceleratorHour.value;
    return { id, name, catalogPrice: offer === undefined ? undefined : inUnit(offer, "USD/h", "USD/s") };
  });
