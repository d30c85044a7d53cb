import type { Accelerator, Calibration, Format, Model, Price, Source } from "@/lib/catalog/schema";
import type { Scenario } from "@/lib/scenario/schema";

/** The part of the catalog that a plan in the browser needs; more arrives when something else is picked. */
export type CatalogRecords = {
  version: string;
  models: Readonly<Record<string, Model>>;
  accelerators: Readonly<Record<string, Accelerator>>;
  formats: Readonly<Record<string, Format>>;
  /** The offer a plan starts from, by accelerator. */
  prices: Readonly<Record<string, Price>>;
  calibration: readonly Calibration[];
  sources: Readonly<Record<string, Source>>;
};

/** A record that has to be fetched before a scenario can be computed. */
export type MissingRecord = { kind: "models" | "accelerators"; id: string };

/** The records of a scenario that have not arrived yet. */
export function missingRecords(scenario: Scenario, records: CatalogRecords): MissingRecord[] {
  const missing: MissingRecord[] = [];
  const model = scenario.workload.model;
  if (!records.models[model]) missing.push({ kind: "models", id: model });
  for (const id of new Set(scenario.options.map((option) => option.accelerator))) {
    if (!records.accelerators[id]) missing.push({ kind: "accelerators", id });
  }
  return missing;
}
