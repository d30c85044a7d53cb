import "server-only";
import * as catalog from "@/lib/catalog";

/** The name of an accelerator, complete or not; its id where the catalog has none. */
export const acceleratorName = (id: string): string =>
  (catalog.accelerator(id) ?? catalog.incompleteAccelerators().find((known) => known.id === id))?.name ?? id;

/** The name of a model, complete or not; its id where the catalog has none. */
export const modelName = (id: string): string =>
  (catalog.model(id) ?? catalog.incompleteModels().find((known) => known.id === id))?.name ?? id;
