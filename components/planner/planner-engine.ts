import { ENGINE_VERSION, type Estimate, estimate, explain } from "@/lib/engine";
import { type Addition, decodeAddition } from "@/lib/scenario/addition";
import type { Scenario } from "@/lib/scenario/schema";
import { decodeScenario, encodeScenario } from "@/lib/scenario/url";
import { addToPlan } from "@/lib/view/catalog/add-to-plan";
import type { CatalogRecords } from "@/lib/view/catalog-records";
import { frontierOf } from "@/lib/view/frontier";
import { lookupOf } from "@/lib/view/lookup-of";
import { sensitivityOf } from "@/lib/view/sensitivity";

/**
 * What computes a plan in the browser: the engine, and the link that carries a plan. Loaded after the
 * first paint, which the server's own estimate fills.
 */
export const plannerEngine = {
  version: ENGINE_VERSION,
  estimate: (scenario: Scenario, records: CatalogRecords) => estimate(scenario, lookupOf(records, scenario)),
  explain: (scenario: Scenario, records: CatalogRecords, option: number, quantity: string) =>
    explain(scenario, lookupOf(records, scenario), option, quantity),
  frontier: (plan: Estimate, records: CatalogRecords) => frontierOf(plan, lookupOf(records, plan.scenario)),
  sensitivity: (plan: Estimate, records: CatalogRecords, option: number) =>
    sensitivityOf(plan, lookupOf(records, plan.scenario), option),
  encode: encodeScenario,
  decode: decodeScenario,
  decodeAddition,
  add: (scenario: Scenario, addition: Addition, records: CatalogRecords) =>
    addToPlan(scenario, addition, lookupOf(records, scenario)),
};

export type PlannerEngine = typeof plannerEngine;
