import type { Option } from "@/lib/scenario";
import type { Settled } from "../bind";
import { load } from "../feasibility";
import { type FigureId, quantityOf } from "../figures";
import { partFor } from "../quantities";
import { rankedBy } from "../ranking";
import { sized } from "../search/sizing";
import { settle } from "../search/steady-state";
import { isRefused } from "../verdict";
import type { Exploration } from "./exploration";
import type { Configuration, Contender } from "./findings";

/** A way to serve what the scenario asks for. */
export interface Way {
  /** As a plan takes it: where traffic is asked for, without the load that it finds for itself. */
  readonly option: Option;
  /** The option at that load: an estimate of it has these figures, in base units. */
  readonly settled: Option;
  /** What it is ranked by: USD a month, or a token where a batch is asked for. */
  readonly rank: number;
  readonly figures: Readonly<Record<(typeof SHOWN)[number], number>>;
  /** Whether percentiles were simulated; else goals are held against means. */
  readonly simulated: boolean;
  readonly keeps: boolean;
}

const SHOWN = [
  "costPerToken",
  "monthlyCost",
  "acceleratorCount",
  "ttft",
  "tpot",
  "requestLatency",
  "outputRate",
] as const satisfies readonly FigureId[];
const QUANTITIES = SHOWN.map(quantityOf);

/** The point as a way: as many replicas as the traffic needs where one is asked for. Undefined where it cannot run. */
export function wayOf(question: Exploration, point: Configuration, simulate = false): Way | undefined {
  const { scenario, lookup } = question;
  const { batch: _found, ...free } = point.option;
  const option = scenario.traffic.load === "batch" ? point.option : free;
  const found = sized(question.plan(option), lookup, { simulate });
  if (isRefused(found)) return undefined;
  const settled: Option = { ...option, ...found.patch };
  const solved = settledAs(question, settled);
  const figures = solved && figuresOf(solved);
  return (
    figures && {
      option,
      settled,
      rank: figures[rankedBy(scenario)],
      figures,
      simulated: simulate,
      keeps: point.kept && found.keeps,
    }
  );
}

/** An option as it stands, at its steady state. Undefined where it cannot run. */
export function settledAs(question: Exploration, option: Option): Settled | undefined {
  const loaded = load(question.plan(option), question.lookup, undefined, partFor(QUANTITIES));
  return isRefused(loaded) ? undefined : settle(loaded);
}

export const figuresOf = ({ image }: Settled): Way["figures"] =>
  Object.fromEntries(SHOWN.map((id) => [id, image.value(quantityOf(id))])) as Way["figures"];

/** The contender with simulated percentiles; undefined where it cannot run after all. */
export function simulated(question: Exploration, { point }: Contender): Contender | undefined {
  const way = wayOf(question, point, true);
  return way && { point, way };
}
