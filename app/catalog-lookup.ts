import "server-only";
import { catalogLookup as wholeCatalog } from "@/lib/catalog/lookup";
import type { Lookup } from "@/lib/engine";
import { withCustom } from "@/lib/scenario/custom-records";
import type { Scenario } from "@/lib/scenario/schema";

/** The whole catalog as the engine looks records up. */
export const catalogLookup = (): Lookup => wholeCatalog();

/** The catalog with the records that a scenario brings itself in front. */
export const lookupFor = (scenario: Scenario): Lookup => withCustom(wholeCatalog(), scenario);
