import "server-only";
import * as catalog from "@/lib/catalog";
import type { Scenario } from "@/lib/scenario/schema";

/** The name of a record by its id: a plan's own, else the catalog's. */
export const nameIn =
  ({ custom }: Scenario) =>
  (id: string): string =>
    [
      custom?.models?.[id],
      custom?.accelerators?.[id],
      catalog.model(id),
      catalog.accelerator(id),
      catalog.format(id),
      catalog.place(id),
    ].find((record) => record !== undefined)?.name ?? id;
