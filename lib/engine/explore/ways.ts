import type { Option } from "@/lib/scenario";
import type { Settled } from "../bind";
import { load } from "../feasibility";
import { type FigureId, quantityOf } from "../figures";
import { partFor } from "../quantities";
import { rankedBy } from "../ranking";
import { sized } from "../search/sizing";
import { settle } from "../search/steady-state";
import type { Percentiles } from "../simulate";
import { isRefused } from "../verdict";
import type { Exploration } from "./exploration";
import type { Contender, Proposal } from "./findings";

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
  /** What its requests take, where that is simulated. */
  readonly percentiles?: Percentiles;
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
export function wayOf(question: Exploration, point: Proposal, simulate = false): Way | undefined {
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
      ...(found.percentiles ? { percentiles: found.percentiles } : {}),
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

/**
 * The proposal with simulated percentiles; undefined where it cannot run after all, and where means alone, which are
 * kinder, say that it keeps nothing or is not ranked before `below`.
 */
export function simulated(
  question: Exploration,
  { option, kept }: Proposal,
  below = Number.POSITIVE_INFINITY,
): Contender | undefined {
  const point = { option, kept };
  if (below < Number.POSITIVE_INFINITY) {
    const byMeans = wayOf(question, point);
    if (!byMeans?.keeps || byMeans.rank >= below) return undefined;
  }
  const way = wayOf(question, point, true);
  return way && { point, way };
}
