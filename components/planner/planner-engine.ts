import {
  answer,
  ENGINE_VERSION,
  type Estimate,
  explain,
  explainApi,
  explainTopology,
  withApis,
} from "@/lib/engine";
import { type Addition, decodeAddition } from "@/lib/scenario/addition";
import { contradiction } from "@/lib/scenario/contradiction";
import type { OptionPatch } from "@/lib/scenario/patch";
import type { Scenario } from "@/lib/scenario/schema";
import { followed } from "@/lib/scenario/topology-edits";
import { decodeScenario, encodeScenario } from "@/lib/scenario/url";
import { withCheapestApi } from "@/lib/view/board/cheapest-api";
import { addToPlan } from "@/lib/view/catalog/add-to-plan";
import type { CatalogRecords } from "@/lib/view/catalog-records";
import { frontierOf } from "@/lib/view/frontier";
import { lookupOf } from "@/lib/view/lookup-of";
import { shown, shownInTab, whole } from "./whole-plan";

/**
 * What computes a plan in the browser: the engine, and the link that carries a plan. Loaded after the
 * first paint, which the server's own estimate fills.
 */
export const plannerEngine = {
  version: ENGINE_VERSION,
  /** At the means, which keep up with a slider; percentiles are simulated in workers. */
  estimate: (scenario: Scenario, records: CatalogRecords) =>
    answer(scenario, lookupOf(records, scenario), { simulate: false }),
  explain: (
    scenario: Scenario,
    records: CatalogRecords,
    option: number,
    quantity: string,
    operation?: OptionPatch,
  ) => explain(scenario, lookupOf(records, scenario), option, quantity, operation),
  explainTopology: (plan: Estimate, records: CatalogRecords, address: string) =>
    explainTopology(plan.scenario, plan.topologies ?? [], lookupOf(records, plan.scenario), address),
  explainApi: (plan: Estimate, address: string) => explainApi(plan.scenario, plan.apis ?? [], address),
  withApis,
  withCheapestApi,
  frontier: (plan: Estimate, records: CatalogRecords) => frontierOf(plan, lookupOf(records, plan.scenario)),
  contradiction,
  follow: followed,
  encode: encodeScenario,
  shown,
  shownInTab,
  whole,
  decode: decodeScenario,
  decodeAddition,
  add: (scenario: Scenario, addition: Addition, records: CatalogRecords) =>
    addToPlan(scenario, addition, lookupOf(records, scenario)),
};

export type PlannerEngine = typeof plannerEngine;
