import "server-only";
import * as catalog from "@/lib/catalog";
import type { Scenario } from "@/lib/scenario/schema";

/** The name of a record by its id: a plan's own, else the catalog's. */
export const nameIn =
  ({ custom }: Scenario) =>
  (id: string): string =>
    custom?.models?.[id]?.name ?? catalog.model(id)?.name ?? catalog.format(id)?.name ?? id;
