import type { Option, Scenario } from "@/lib/scenario";
import { planOf } from "@/lib/scenario/plan";
import type { Lookup } from "../deployment";
import { estimate } from "../estimate";
import type { Figures } from "../figures";
import { type Sizing, sized } from "../search/sizing";
import { isRefused, type Result, refuse } from "../verdict";

/** How requests are shared out between two options of a scenario, by how hard they are. */
export interface Routing {
  /** Places of the options in the scenario: the one that is asked first, and the one that answers what is hard. */
  readonly small: number;
  readonly large: number;
  /** Share of the requests that are sent to the small one first. */
  readonly first: number;
  /** Share of those that it does not answer well enough, so that the large one is asked all over again. */
  readonly escalated: number;
}

/** One of the two deployments, sized for its part of the requests. */
export interface Leg {
  /** At the load that is found, so that an estimate of it at this leg's traffic has these figures. */
  readonly option: Option;
  readonly traffic: Scenario["traffic"];
  readonly figures: Figures;
  readonly keeps: boolean;
}

/** What people get and what it costs: USD a month and a token of the answers that count, seconds on average. */
export interface Service {
  readonly accelerators: number;
  readonly monthlyCost?: number;
  readonly costPerToken?: number;
  readonly ttft: number;
  readonly answer: number;
  readonly keeps: boolean;
}

export interface Routed {
  readonly small: Leg;
  readonly large: Leg;
  readonly together: Service;
  /** All requests on the large option, for comparison. */
  readonly alone: Service;
}

/** By judgement: rounds in which users that wait for another time ask at another rate, and the change (relative) that ends them. */
const ROUNDS = 8;
const CLOSE = 1e-3;

/**
 * Sizes a small and a large option for what a router sends to each. The two queue apart; a request that is escalated
 * has waited for the whole answer of the small one, and both are paid. Each keeps the goals for what it is asked itself.
 * Refuses where a batch is asked for, which says no traffic, and where one of them cannot run. Throws UnknownRecord for
 * an id that does not exist.
 */
export function routed(
  scenario: Scenario,
  routing: Routing,
  lookup: Lookup,
  sizing: Sizing = {},
): Result<Routed> {
  const { traffic } = scenario;
  if (traffic.load === "batch") return refuse("unknown", "Routing needs a traffic, and a batch says none");
  const all = legOf(scenario, routing.large, traffic, lookup, sizing);
  if (isRefused(all)) return all;
  let rate = all.peak;
  for (let round = 0; ; round++) {
    const last = traffic.load !== "users" || round === ROUNDS;
    const legs = legsAt(scenario, routing, rate, lookup, last ? sizing : { simulate: false });
    if (isRefused(legs)) return legs;
    const together = serviceOf(legs.small, legs.large, routing);
    const asked = traffic.load === "users" ? traffic.users / (traffic.thinkTime + together.answer) : rate;
    if (last) return { ...legs, together, alone: alone(all) };
    const settled = Math.abs(asked / rate - 1) < CLOSE;
    rate = asked;
    if (settled) round = ROUNDS - 1;
  }
}

/** Both legs when so many requests per second come in the busiest hour. */
function legsAt(
  scenario: Scenario,
  { small, large, first, escalated }: Routing,
  rate: number,
  lookup: Lookup,
  sizing: Sizing,
): Result<{ small: Leg; large: Leg }> {
  const at = (share: number) => ({ ...scenario.traffic, load: "rate" as const, requestRate: rate * share });
  const one = legOf(scenario, small, at(first), lookup, sizing);
  if (isRefused(one)) return one;
  const other = legOf(scenario, large, at(1 - first + first * escalated), lookup, sizing);
  return isRefused(other) ? other : { small: one, large: other };
}

function legOf(
  scenario: Scenario,
  index: number,
  traffic: Scenario["traffic"],
  lookup: Lookup,
  sizing: Sizing,
): Result<Leg & { readonly peak: number }> {
  const asked = { ...scenario, traffic };
  const plan = planOf(asked, index);
  const found = sized(plan, lookup, sizing);
  if (isRefused(found)) return found;
  const option = { ...plan.option, ...found.patch };
  const [only] = estimate({ ...asked, options: [option] }, lookup).options;
  if (!only) throw new Error("an estimate has an entry for each option");
  if (!only.verdict.feasible) return only.verdict;
  return { option, traffic, figures: only.figures, keeps: found.keeps, peak: found.demand?.peak ?? 0 };
}

/** Sums and means over the requests: those that the small one answers, those that are sent on, and the others. */
function serviceOf(small: Leg, large: Leg, { first, escalated }: Routing): Service {
  const { figures: one } = small;
  const { figures: other } = large;
  const [direct, sentOn] = [1 - first, first * escalated];
  const byLarge = (time: number) => direct * time + sentOn * (timeOf(one, "requestLatency") + time);
  const mean = (id: "ttft" | "requestLatency") =>
    first * (1 - escalated) * timeOf(one, id) + byLarge(timeOf(other, id));
  const requests = (one.monthlyRequests ?? 0) * (1 - escalated) + (other.monthlyRequests ?? 0);
  const tokens = requests * tokensOf(other);
  const costs = [one.monthlyCost, other.monthlyCost];
  const cost = costs.every((each) => each !== undefined)
    ? costs.reduce((sum, each) => sum + each, 0)
    : undefined;
  return {
    accelerators: (one.acceleratorCount ?? 0) + (other.acceleratorCount ?? 0),
    ...(cost === undefined ? {} : { monthlyCost: cost, costPerToken: cost / tokens }),
    ttft: mean("ttft"),
    answer: mean("requestLatency"),
    keeps: small.keeps && large.keeps,
  };
}

const alone = ({ figures, keeps }: Leg): Service => ({
  accelerators: figures.acceleratorCount ?? 0,
  ...(figures.monthlyCost === undefined
    ? {}
    : { monthlyCost: figures.monthlyCost, costPerToken: figures.costPerToken ?? 0 }),
  ttft: timeOf(figures, "ttft"),
  answer: timeOf(figures, "requestLatency"),
  keeps,
});

const timeOf = (figures: Figures, id: "ttft" | "requestLatency"): number => figures[id] ?? 0;

/** Tokens of a request, read and written. */
const tokensOf = ({
  monthlyInputTokens = 0,
  monthlyOutputTokens = 0,
  monthlyRequests = 1,
}: Figures): number => (monthlyInputTokens + monthlyOutputTokens) / monthlyRequests;
