import type { Scenario } from "@/lib/scenario";
import type { Part, Topology } from "@/lib/scenario/topology";
import type { Lookup } from "../deployment";
import type { Sizing } from "../search/sizing";
import { isRefused, type Result, refuse } from "../verdict";
import { type Flow, flowsOf } from "./flows";
import { asOneSite, asRate, siteTraffic } from "./part-traffic";
import { type Site, Sites } from "./site";

/** A part of a topology with what comes to it, and one of its sites; an API has none. */
export interface SizedPart {
  readonly part: Part;
  readonly flow: Flow;
  readonly site?: Site;
  /** Accelerators of one site for all of the part's traffic. */
  readonly pooled?: number;
}

/** A topology whose parts are sized. */
export interface Composition {
  readonly topology: Topology;
  readonly legs: readonly SizedPart[];
  /** All requests on one option, which says how long they are and how many come where a part's own sizing does not. */
  readonly reference: Site;
}

/** By judgement: rounds in which users that wait for another time ask at another rate, and the change (relative) that ends them. */
const ROUNDS = 8;
const CLOSE = 1e-3;
const MEANS: Sizing = { simulate: false };

/**
 * Sizes every part of a topology for what comes to it, as a plan of its own. Refuses where a batch is asked for, which
 * says no traffic, and where one of the parts is not there or cannot run.
 */
export function compose(
  scenario: Scenario,
  topology: Topology,
  lookup: Lookup,
  sizing: Sizing,
  sites: Sites = new Sites(scenario, lookup),
): Result<Composition> {
  const { traffic } = scenario;
  if (traffic.load === "batch") return refuse("unknown", "A topology needs a traffic, and a batch says none");
  const gone = topology.parts.findIndex(({ option, api }) =>
    option === undefined ? !scenario.apis?.[api as number] : !scenario.options[option],
  );
  if (gone >= 0) return refuse("unknown", `What serves part ${gone + 1} is not in the plan any more`);
  const flows = flowsOf(topology.parts, traffic.peakToMean);
  const first = topology.parts.find(({ option }) => option !== undefined)?.option ?? 0;
  const reference = sites.of(first, { share: 1 }, traffic, MEANS);
  if (isRefused(reference)) return reference;
  const legs = (asked: Scenario["traffic"], how: Sizing) => legsOf(topology.parts, flows, asked, how, sites);
  const isAskedAgain = topology.parts.some(({ escalated }) => escalated);
  if (traffic.load !== "users" || !isAskedAgain) {
    const found = legs(traffic, sizing);
    return isRefused(found) ? found : { topology, legs: found, reference };
  }
  // People who are answered twice ask less often: all are asked at one rate, until it is theirs.
  let rate = reference.found.demand?.peak ?? 0;
  for (let round = 0; ; round++) {
    const last = round >= ROUNDS;
    const found = legs(asRate(traffic, rate), last ? sizing : MEANS);
    if (isRefused(found)) return found;
    if (last) return { topology, legs: found, reference };
    const asked = traffic.users / (traffic.thinkTime + meanAnswer(found, reference));
    if (Math.abs(asked / rate - 1) < CLOSE) round = ROUNDS - 1;
    rate = asked;
  }
}

function legsOf(
  parts: readonly Part[],
  flows: readonly Flow[],
  traffic: Scenario["traffic"],
  sizing: Sizing,
  sites: Sites,
): Result<SizedPart[]> {
  const legs: SizedPart[] = [];
  for (const [index, part] of parts.entries()) {
    const flow = flows[index] as Flow;
    // Nothing comes to it, so that it needs nothing.
    if (part.option === undefined || flow.asked <= 0) {
      legs.push({ part, flow });
      continue;
    }
    const site = sites.of(part.option, part, siteTraffic(traffic, flow, part), {
      ...sizing,
      keepTimes: true,
    });
    if (isRefused(site)) return site;
    const pooled = pooledAccelerators(part, flow, traffic, sizing, sites, site);
    if (isRefused(pooled)) return pooled;
    legs.push({ part, flow, site, pooled });
  }
  return legs;
}

/** Accelerators that one site would need, with as many spare and as far away; those that there are where it is one. */
function pooledAccelerators(
  part: Part,
  flow: Flow,
  traffic: Scenario["traffic"],
  sizing: Sizing,
  sites: Sites,
  site: Site,
): Result<number> {
  const one = asOneSite(part);
  const pooled =
    (part.sites ?? 1) > 1
      ? sites.of(part.option as number, one, siteTraffic(traffic, flow, one), sizing)
      : site;
  return isRefused(pooled) ? pooled : (pooled.estimate.figures.acceleratorCount ?? 0);
}

/** How long a new request takes on average until the answer that counts, all its parts included, s. */
const meanAnswer = (legs: readonly SizedPart[], reference: Site): number =>
  legs.reduce((sum, { part, flow, site }) => {
    const { requestLatency = 0 } = (site ?? reference).estimate.figures;
    return sum + flow.asked * ((part.distance ?? 0) + requestLatency);
  }, 0);
