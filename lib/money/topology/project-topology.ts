import { estimate, type Lookup, type PartEstimate, type TopologyEstimate } from "@/lib/engine";
import { Image, type Input, type Quantity } from "@/lib/formula";
import type { Scenario } from "@/lib/scenario";
import { planOf } from "@/lib/scenario/plan";
import { DISCOUNT_RATE } from "../given";
import { type Month, monthsOf } from "../months";
import { type Projection, projectPlan } from "../project";
import { inputOf, program, quantityOf, ROW } from "../quantities";
import { type TopologyMonthlyId, topologyMonthProgram, topologyMonthQuantity } from "./quantities";

/** A topology over the months. */
export interface TopologyProjection {
  readonly months: readonly Month[];
  readonly value: (quantity: Quantity, month: number) => number;
  readonly monthly: (id: TopologyMonthlyId, month: number) => number;
  readonly total: (id: TopologyMonthlyId) => number;
}

/**
 * Projects a topology over the plan's months: each site is projected as the plan that it is, on its own share of the
 * requests; tokens of an API and egress follow the requests, upkeep stays. Why there is none where something is not known.
 */
export function projectTopology(
  scenario: Scenario,
  topology: TopologyEstimate,
  lookup: Lookup,
): TopologyProjection | string {
  const { verdict, figures, given } = topology;
  if (!verdict.feasible) return "It does not run as planned";
  const { topologyTokens, topologyCharged, topologyEgress, topologyUpkeep } = figures;
  if (topologyTokens === undefined || topologyCharged === undefined || topologyEgress === undefined || !given)
    return "What its requests cost is not known";
  const sites: { part: PartEstimate; projection: Projection }[] = [];
  for (const part of topology.parts) {
    if (part.option === undefined || !part.given.siteReplicas) continue;
    const projection = projectSite(scenario, part, lookup);
    if (typeof projection === "string") return projection;
    sites.push({ part, projection });
  }
  const months = monthsOf(scenario.money);
  const traffic = trafficOf(scenario, months);
  const image = new Image(
    topologyMonthProgram,
    months.map(() => ROW),
  );
  const set = (id: Parameters<typeof topologyMonthQuantity>[0], value: number, row = 0) =>
    image.set(topologyMonthQuantity(id) as Input, value, row);
  set("startCharged", topologyCharged);
  set("startEgress", topologyEgress);
  set("sitesUpkeep", topologyUpkeep ?? 0);
  set("startTokens", topologyTokens);
  set("topologyRate", scenario.money.discountRate ?? DISCOUNT_RATE);
  for (const { index } of months) {
    set("topologyMonth", index, index);
    set("trafficFactor", traffic[index] as number, index);
    const paid = sites.map(
      ({ part, projection }) =>
        projection.monthly("paid", index) * (part.given.sites ?? 1) * (part.given.timeShare ?? 1),
    );
    set(
      "sitesPaid",
      paid.reduce((sum, each) => sum + each, 0),
      index,
    );
  }
  image.run(0);
  const value = (quantity: Quantity, row: number) => image.value(quantity, { row });
  return {
    months,
    value,
    monthly: (id, row) => value(topologyMonthQuantity(id), row),
    total: (id) => value(topologyMonthQuantity(id), 0),
  };
}

/** One site as the plan that it is, at the operating point that was found for it. */
function projectSite(scenario: Scenario, part: PartEstimate, lookup: Lookup): Projection | string {
  const { traffic, found, option = 0 } = part;
  if (!traffic || !found) return "Its sites were not kept with the plan";
  const site = { ...scenario, traffic, options: scenario.options.with(option, found) };
  const estimated = estimate(site, lookup).options[option];
  const requests = estimated?.figures.monthlyRequests;
  return estimated && requests !== undefined
    ? projectPlan(estimated, planOf(site, option), requests)
    : "It does not run as planned";
}

/** Requests of each month over those at the start, as every projection has them. */
function trafficOf({ money }: Scenario, months: readonly Month[]): number[] {
  const image = new Image(
    program,
    months.map(() => ROW),
  );
  image.set(inputOf("baseRequests"), 1);
  image.set(inputOf("yearlyGrowth"), money.growth ?? 0);
  image.set(inputOf("rampMonths"), money.ramp ?? 0);
  for (const { index, season } of months) {
    image.set(inputOf("month"), index, index);
    image.set(inputOf("season"), season, index);
  }
  image.run(0);
  return months.map(({ index }) => image.value(quantityOf("requests"), { row: index }));
}
