import { parameters } from "@/lib/catalog/count/model";
import type { Lookup } from "@/lib/engine";
import { withOwnMeasurements } from "@/lib/measure/own";
import { withCustom } from "@/lib/scenario/custom-records";
import type { Scenario } from "@/lib/scenario/schema";
import type { CatalogRecords } from "./catalog-records";

/** The records of this page as the engine looks them up, with those of the scenario itself in front, and its measurements. */
export function lookupOf(records: CatalogRecords, scenario: Scenario): Lookup {
  const lookup: Lookup = {
    catalogVersion: records.version,
    model: (id) => own(records.models, id),
    accelerator: (id) => own(records.accelerators, id),
    format: (id) => own(records.formats, id),
    calibration: (id) => records.calibration.find((constants) => constants.id === id),
    price: (accelerator) => own(records.prices, accelerator),
    place: (id) => own(records.places, id),
  };
  return withOwnMeasurements(withCustom(lookup, scenario), scenario, parameters);
}

/** A record that was put there, not something every object has ("constructor"). */
function own<T>(records: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(records, id) ? records[id] : undefined;
}
