import type { Place } from "@/lib/catalog/place";
import type { Accelerator, Calibration, Format, Model, Price, Source } from "@/lib/catalog/schema";
import { modelsOf, placesOf } from "@/lib/scenario/plan";
import type { Scenario } from "@/lib/scenario/schema";

/** The part of the catalog that a plan in the browser needs; more arrives when something else is picked. */
export type CatalogRecords = {
  version: string;
  models: Readonly<Record<string, Model>>;
  accelerators: Readonly<Record<string, Accelerator>>;
  formats: Readonly<Record<string, Format>>;
  /** The offer a plan starts from, by accelerator. */
  prices: Readonly<Record<string, Price>>;
  /** Where the plan's machines stand. */
  places: Readonly<Record<string, Place>>;
  calibration: readonly Calibration[];
  sources: Readonly<Record<string, Source>>;
};

/** A record that has to be fetched before a scenario can be computed. */
export type MissingRecord = { kind: "models" | "accelerators" | "places"; id: string };

/** Whether the scenario brings this record itself. */
export const bringsItself = ({ custom }: Scenario, kind: MissingRecord["kind"], id: string): boolean =>
  kind !== "places" && Object.hasOwn(custom?.[kind] ?? {}, id);

/** The records of a scenario that have not arrived yet; those it brings itself never do. */
export function missingRecords(scenario: Scenario, records: CatalogRecords): MissingRecord[] {
  const wanted = [
    ...modelsOf(scenario).map((id) => ({ kind: "models" as const, id })),
    ...scenario.options.map(({ accelerator: id }) => ({ kind: "accelerators" as const, id })),
    ...placesOf(scenario).map((id) => ({ kind: "places" as const, id })),
  ];
  return wanted.filter(
    ({ kind, id }, index) =>
      !Object.hasOwn(records[kind], id) &&
      !bringsItself(scenario, kind, id) &&
      wanted.findIndex((other) => other.kind === kind && other.id === id) === index,
  );
}
