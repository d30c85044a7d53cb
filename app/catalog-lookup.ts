import "server-only";
import { catalogLookup } from "@/lib/catalog/lookup";
import type { Lookup } from "@/lib/engine";
import { withCustom } from "@/lib/scenario/custom-records";
import type { Scenario } from "@/lib/scenario/schema";

/** The catalog with the records that a scenario brings itself in front. */
export const lookupFor = (scenario: Scenario): Lookup => withCustom(catalogLookup(), scenario);
