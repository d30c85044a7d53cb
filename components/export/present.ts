import { ENGINE_VERSION, type Estimate } from "@/lib/engine";
import type { CatalogRecords } from "@/lib/view/catalog-records";

/** Whether today's formulas and records are those that an estimate was computed with: else only its figures can be told. */
export const isPresent = (
  { engineVersion, catalogVersion }: Estimate,
  { version }: Pick<CatalogRecords, "version">,
): boolean => engineVersion === ENGINE_VERSION && catalogVersion === version;
