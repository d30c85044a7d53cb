import type { Lookup } from "@/lib/engine";
import type { CatalogRecords } from "./catalog-records";

/** The records of this page as the engine looks them up. */
export function lookupOf(records: CatalogRecords): Lookup {
  return {
    catalogVersion: records.version,
    model: (id) => own(records.models, id),
    accelerator: (id) => own(records.accelerators, id),
    format: (id) => own(records.formats, id),
    calibration: (id) => records.calibration.find((constants) => constants.id === id),
    price: (accelerator) => own(records.prices, accelerator),
  };
}

/** A record that was put there, not something every object has ("constructor"). */
function own<T>(records: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(records, id) ? records[id] : undefined;
}
