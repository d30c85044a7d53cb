import "server-only";
import { parameters } from "@/lib/catalog/count/model";
import { catalogLookup } from "@/lib/catalog/lookup";
import type { Lookup } from "@/lib/engine";
import { withOwnMeasurements } from "@/lib/measure/own";
import { withCustom } from "@/lib/scenario/custom-records";
import type { Scenario } from "@/lib/scenario/schema";

/** The catalog with what a scenario brings itself: its records in front, and its measurements. */
export const lookupFor = (scenario: Scenario): Lookup =>
  withOwnMeasurements(withCustom(catalogLookup(), scenario), scenario, parameters);
