import type { Scenario } from "@/lib/scenario/schema";
import type { CatalogRecords } from "./catalog-records";

/** The name of a record of any kind, the plan's own first; its id where there is none. */
export const recordName = (
  { models, accelerators, places, formats }: CatalogRecords,
  { custom }: Pick<Scenario, "custom">,
  id: string,
): string =>
  [custom?.models, custom?.accelerators, models, accelerators, places, formats].flatMap(
    (each) => each?.[id]?.name ?? [],
  )[0] ?? id;
