import type { Option, Scenario } from "@/lib/scenario";
import type { Topology } from "@/lib/scenario/topology";
import type { Lookup } from "../deployment";
import { type Goal, goalsOf } from "../search/goals";
import { type SizedBy, sizedBy } from "../search/sized-by";
import type { Sizing } from "../search/sizing";
import type { Statistic } from "../simulate";
import { type Infeasible, isRefused, type Verdict } from "../verdict";
import { type Composition, compose } from "./compose";
import { type Composed, composed } from "./composed";
import { type Condition, conditionsOf } from "./conditions";
import { givenOf, type PartGiven, type WholeGiven } from "./given";
import { type Course, coursesOf, mixedQuantile } from "./mixture";
import { fleetModules, type PartFigureId, type TopologyFigureId } from "./quantities";
import { Sites } from "./site";

/** What a part of a topology has, serves and costs. Figures are in base units; one that is not known is absent. */
export interface PartEstimate {
  /** What serves it, by its place among the plan's options or APIs. */
  readonly option?: number;
  readonly api?: number;
  /** What its formulas are given; with it each figure can be computed and explained anew. */
  readonly given: PartGiven;
  readonly figures: Readonly<Partial<Record<PartFigureId, number>>>;
  /** The traffic of one of its sites, and the option at the load that is found for it: `estimate` gives the same figures. */
  readonly traffic?: Scenario["traffic"];
  readonly found?: Option;
  /** How one of its sites was sized, where its replicas were not fixed: months are sized alike. */
  readonly sized?: SizedBy;
}

/** A goal of the plan beside what all requests of a topology get; absent where that is not known. */
export interface TopologyGoal extends Goal {
  readonly reached?: number;
}

/** A deployment topology with its figures. */
export interface TopologyEstimate {
  readonly name: string;
  readonly verdict: Verdict;
  readonly given?: WholeGiven;
  readonly parts: readonly PartEstimate[];
  readonly figures: Readonly<Partial<Record<TopologyFigureId, number>>>;
  /** Percentiles of the time to first token over all requests, the network included, where they were simulated. */
  readonly ttft: Readonly<Partial<Record<Exclude<Statistic, "mean">, number>>>;
  readonly goals: readonly TopologyGoal[];
  readonly conditions: readonly Condition[];
  /** Whether the goals are kept for all requests together and everything comes where it may; open where nobody knows. */
  readonly keeps: "yes" | "no" | "open";
}

/** What of a topology a projection over months needs beside its figures. */
export interface TopologySites {
  readonly estimate: TopologyEstimate;
  readonly composition?: Composition;
}

/**
 * The scenario's topologies with their figures, in their order; none where it has none. Each part is sized for its own
 * traffic like an option of the plan. Throws UnknownRecord for an id that does not exist.
 */
export const topologies = (scenario: Scenario, lookup: Lookup, sizing: Sizing = {}): TopologyEstimate[] =>
  topologySites(scenario, lookup, sizing).map(({ estimate }) => estimate);

/** The same with the sites that they were composed of. */
export function topologySites(scenario: Scenario, lookup: Lookup, sizing: Sizing = {}): TopologySites[] {
  const sites = new Sites(scenario, lookup);
  return (scenario.topologies ?? []).map((topology): TopologySites => {
    const composition = compose(scenario, topology, lookup, sizing, sites);
    if (isRefused(composition)) return { estimate: refused(topology, composition) };
    return { estimate: estimated(composition, scenario, lookup), composition };
  });
}

const refused = ({ name }: Topology, verdict: Infeasible): TopologyEstimate => ({
  name,
  verdict,
  parts: [],
  figures: {},
  ttft: {},
  goals: [],
  conditions: [],
  keeps: "no",
});

function estimated(composition: Composition, scenario: Scenario, lookup: Lookup): TopologyEstimate {
  const given = givenOf(composition, scenario);
  const values = composed(given);
  const figures = known<TopologyFigureId>(fleetModules.topology, (id) => values.whole(id));
  const courses = coursesThrough(composition, values);
  const at = (goal: Goal) => reached(goal, figures, courses);
  const goals = goalsOf(scenario).map((goal): TopologyGoal => ({ ...goal, ...at(goal) }));
  const conditions = conditionsOf(composition, scenario, lookup);
  return {
    name: composition.topology.name,
    verdict: { feasible: true },
    given: given.whole,
    parts: composition.legs.map(({ part, site }, index) => {
      const sized = sizedBy(site?.found, part.spare ?? scenario.goals.spare);
      return {
        ...(part.option === undefined ? { api: part.api as number } : { option: part.option }),
        given: given.parts[index] as PartGiven,
        figures: known<PartFigureId>(fleetModules.part, (id) => values.part(id, index)),
        ...(site ? { traffic: site.traffic, found: { ...site.estimate.option } } : {}),
        ...(sized ? { sized } : {}),
      };
    }),
    figures,
    ttft: percentilesOf(courses),
    goals,
    conditions,
    keeps: verdictOf(goals, conditions),
  };
}

/** The figures that are known, by their names. */
function known<Id extends string>(module: object, value: (id: Id) => number): Partial<Record<Id, number>> {
  const ids = Object.keys(module) as Id[];
  return Object.fromEntries(
    ids.map((id) => [id, value(id)] as const).filter(([, found]) => Number.isFinite(found)),
  ) as Partial<Record<Id, number>>;
}

const MEANS: Readonly<Record<Goal["of"], TopologyFigureId>> = {
  ttft: "topologyTtft",
  tpot: "topologyTpot",
  answer: "topologyAnswer",
};

/** What all requests get of what a goal is about; nothing where too few are known. */
function reached(
  { of, at }: Goal,
  figures: TopologyEstimate["figures"],
  courses: readonly Course[] | undefined,
): { reached?: number } {
  const found = at === "mean" ? figures[MEANS[of]] : courses && mixedQuantile(courses, of, at);
  return found === undefined || !Number.isFinite(found) ? {} : { reached: found };
}

/** By judgement: requests of an API, all alike, beside the thousands that are simulated of machines. */
const ALIKE = 1000;

/** By definition: what is asked of a mixture of all courses. */
const SHOWN = ["p50", "p90", "p95", "p99"] as const;

const percentilesOf = (courses: readonly Course[] | undefined): TopologyEstimate["ttft"] =>
  Object.fromEntries(
    SHOWN.flatMap((at) => {
      const found = courses && mixedQuantile(courses, "ttft", at);
      return found !== undefined && Number.isFinite(found) ? [[at, found]] : [];
    }),
  );

/** The courses of all requests with their simulated times; undefined where nothing was simulated. */
function coursesThrough({ legs }: Composition, values: Composed): Course[] | undefined {
  const simulated = legs.map(({ part, site, flow }, index) => {
    const one = (id: "partTtft" | "partTpot" | "partAnswer") => {
      const time = values.part(id, index);
      // The requests of an API of which nothing is said are the slowest.
      return new Float64Array(ALIKE).fill(Number.isNaN(time) ? Number.POSITIVE_INFINITY : time);
    };
    const times =
      site?.found.times ??
      (part.api === undefined && flow.asked > 0
        ? undefined
        : { ttft: one("partTtft"), tpot: one("partTpot"), answer: one("partAnswer") });
    const asked = values.part("askedShare", index);
    return {
      times,
      distance: part.distance ?? 0,
      direct: asked * (1 - flow.again),
      again: part.escalated ?? 0,
    };
  });
  const stops = simulated.flatMap(({ times, ...stop }) => (times ? [{ ...stop, times }] : []));
  return stops.length === simulated.length ? coursesOf(stops) : undefined;
}

function verdictOf(goals: readonly TopologyGoal[], conditions: readonly Condition[]): "yes" | "no" | "open" {
  if (conditions.some(({ holds }) => holds === "no")) return "no";
  if (goals.some(({ reached, most }) => reached !== undefined && reached > most)) return "no";
  const isOpen =
    goals.some(({ reached }) => reached === undefined) ||
    conditions.some(({ kind, holds }) => kind === "asked" && holds === "open");
  return isOpen ? "open" : "yes";
}
