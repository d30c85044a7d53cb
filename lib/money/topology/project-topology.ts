import { type Estimate, estimate, type Lookup, type PartEstimate, type TopologyEstimate } from "@/lib/engine";
import { Image, type Input, type Quantity } from "@/lib/formula";
import type { Scenario } from "@/lib/scenario";
import { planOf } from "@/lib/scenario/plan";
import { knobValues } from "../knobs";
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
  /** The parts that have machines, each as the plan that one of its sites is. */
  readonly sites: readonly TopologySite[];
}

/** One site of a part: an option of the plan at what was found for its own traffic. */
export interface TopologySite {
  /** The part's place in the topology, and its option's in the plan. */
  readonly part: number;
  readonly option: number;
  /** The site as a plan of one option. */
  readonly estimate: Estimate;
  readonly projection: Projection;
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
  const sites: TopologySite[] = [];
  for (const [place, part] of topology.parts.entries()) {
    const { option } = part;
    if (option === undefined || !part.given.siteReplicas) continue;
    const site = projectSite(scenario, part, lookup);
    if (typeof site === "string") return site;
    sites.push({ part: place, option, ...site });
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
  set("topologyRate", knobValues(scenario).discountRate);
  for (const { index } of months) {
    set("topologyMonth", index, index);
    set("trafficFactor", traffic[index] as number, index);
    const paid = sites.map(({ part, projection }) => {
      const { sites: count = 1, timeShare = 1 } = topology.parts[part]?.given ?? {};
      return projection.monthly("paid", index) * count * timeShare;
    });
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
    sites,
  };
}

/** One site as the plan that it is, at the operating point that was found for it. */
function projectSite(
  scenario: Scenario,
  part: PartEstimate,
  lookup: Lookup,
): Pick<TopologySite, "estimate" | "projection"> | string {
  const { traffic, found, sized } = part;
  if (!traffic || !found) return "Its sites were not kept with the plan";
  const site = { ...scenario, traffic, options: [found] };
  const estimated = estimate(site, lookup);
  const [option] = estimated.options;
  const requests = option?.figures.monthlyRequests;
  if (!option || requests === undefined) return "It does not run as planned";
  const projection = projectPlan(option, planOf(site, 0), requests, sized);
  return typeof projection === "string" ? projection : { estimate: estimated, projection };
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
