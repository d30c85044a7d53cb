import { ENGINE_VERSION, type Estimate, estimate, explain, priceOf, solveFigures, sweep } from "@/lib/engine";
import type { Scenario } from "@/lib/scenario/schema";
import { decodeScenario, encodeScenario } from "@/lib/scenario/url";
import { type Frontier, frontier, frontierFigures, frontierLoads } from "@/lib/view/frontier";
import { type Sensitivity, sensitivity } from "@/lib/view/sensitivity";
import { type Move, sensitivityCases } from "@/lib/view/sensitivity-cases";
import type { CatalogRecords } from "./catalog-records";
import { lookupOf } from "./lookup";

const SECONDS_PER_HOUR = 3600;

/** The cost of every option over its whole range of loads. */
function frontierOf(plan: Estimate, records: CatalogRecords): Frontier {
  const lookup = lookupOf(records, plan.scenario);
  const swept = frontierLoads(plan).map((loads, index) =>
    loads.length > 0 ? sweep(plan.scenario, index, lookup, loads, frontierFigures) : [],
  );
  return frontier(plan, swept);
}

/** What the blended cost of one option does when its inputs move. */
function sensitivityOf(plan: Estimate, records: CatalogRecords, index: number): Sensitivity[] {
  const lookup = lookupOf(records, plan.scenario);
  const option = plan.scenario.options[index];
  const base = plan.options[index]?.figures.costPerToken;
  if (!option || !base) return [];
  const rate = priceOf(option, lookup);
  const price = rate === undefined ? undefined : rate * SECONDS_PER_HOUR;
  const cases = sensitivityCases(plan.scenario, option, price);
  const cost = (move: Move | null) =>
    move ? solveFigures(move.scenario, 0, lookup).figures?.("costPerToken") : undefined;
  return sensitivity(
    cases,
    cases.map(({ down, up }) => ({ down: cost(down), up: cost(up) })),
    base,
  );
}

/**
 * What computes a plan in the browser: the engine, and the link that carries a plan. Loaded after the
 * first paint, which the server's own estimate fills.
 */
export const plannerEngine = {
  version: ENGINE_VERSION,
  estimate: (scenario: Scenario, records: CatalogRecords) => estimate(scenario, lookupOf(records, scenario)),
  explain: (scenario: Scenario, records: CatalogRecords, option: number, quantity: string) =>
    explain(scenario, lookupOf(records, scenario), option, quantity),
  frontier: frontierOf,
  sensitivity: sensitivityOf,
  encode: encodeScenario,
  decode: decodeScenario,
};

export type PlannerEngine = typeof plannerEngine;
