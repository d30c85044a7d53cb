import { answerOption, type Lookup, topologies } from "@/lib/engine";
import type { Scenario } from "@/lib/scenario/schema";
import type { CatalogRecords } from "@/lib/view/catalog-records";
import { lookupOf } from "@/lib/view/lookup-of";

/** What a worker is told: the records, a plan of them, and then which of its options to simulate, or all its topologies. */
export type SimulationOrder =
  | { records: CatalogRecords }
  | { scenario: Scenario }
  | { run: number; option: number | "topologies" };

let records: CatalogRecords | undefined;
let plan: { scenario: Scenario; lookup: Lookup } | undefined;

/**
 * Answers parts of a plan with their percentiles, away from the page, which stays at hand. Records and plan stay until
 * others come: what the engine derives from them is kept by their identity, and a copy for each option would be derived
 * from anew.
 */
addEventListener("message", ({ data }: MessageEvent<SimulationOrder>) => {
  if ("records" in data) records = data.records;
  else if ("scenario" in data)
    plan = records && { scenario: data.scenario, lookup: lookupOf(records, data.scenario) };
  else if (plan) {
    const { run, option } = data;
    const { scenario, lookup } = plan;
    const found =
      option === "topologies" ? topologies(scenario, lookup) : answerOption(scenario, option, lookup);
    postMessage({ run, option, found });
  }
});
