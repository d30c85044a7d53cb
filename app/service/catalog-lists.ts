import "server-only";
import * as catalog from "@/lib/catalog";
import { catalogLookup } from "@/lib/catalog/lookup";
import { parseUnit } from "@/lib/units";

const HOUR_S = parseUnit("h").factor;

/** USD an hour of the offer that a plan starts from; null where there is none. */
function hourOf(id: string): number | null {
  const price = catalogLookup().price(id);
  return price ? price.perAcceleratorHour.value * HOUR_S : null;
}

/** Whether all words that are asked for stand in a record's names, in any case. */
function isNamed(asked: string, ...names: (string | undefined)[]): boolean {
  const text = names.join(" ").toLowerCase();
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => text.includes(word));
}

/** Accelerators with the figures that they are chosen by: bytes, bytes per second, USD an hour. */
export const acceleratorList = (asked = "") =>
  catalog
    .accelerators()
    .filter(({ id, name, vendor }) => isNamed(asked, id, name, vendor))
    .map(({ id, name, vendor, kind, memory, memoryBandwidth }) => ({
      id,
      name,
      vendor,
      kind,
      memory: memory.value,
      memoryBandwidth: memoryBandwidth.value,
      pricePerHour: hourOf(id),
    }));

/** Models with their parameters where those are published. */
export const modelList = (asked = "") =>
  catalog
    .models()
    .filter(({ id, name, developer, aliases = [] }) => isNamed(asked, id, name, developer, ...aliases))
    .map(({ id, name, developer, published }) => ({
      id,
      name,
      developer,
      parameters: published?.parameters ?? null,
    }));

/** Dated offers of accelerator-hours, with their sources; those of one accelerator where it is named. */
export const priceList = (accelerator: string | null) =>
  accelerator === null ? catalog.prices() : catalog.pricesOf(accelerator);
