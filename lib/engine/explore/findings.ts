import type { Option } from "@/lib/scenario";
import { type Placed, paretoFront } from "./front";
import { NOTHING, type Tally, together } from "./tally";
import type { Way } from "./ways";

/** A configuration at a load, as an option of the scenario, with what it was ranked by (base slices). */
export interface Configuration {
  readonly option: Option;
  /** What is made least: USD a token. */
  readonly cost: number;
  /** Means of time to first token, time per token after it, and whole answer. */
  readonly ttft: number;
  readonly tpot: number;
  readonly answer: number;
  /** Output tokens per second and accelerator. */
  readonly throughput: number;
  /** Whether it keeps the goals and nothing serious speaks against it. */
  readonly kept: boolean;
  /** Whether figures and verdict are those of the option that it becomes, simulated; else they are means at its load. */
  readonly judged?: boolean;
}

/** A point on one of the two fronts. */
export interface OnFront extends Placed {
  readonly point: Configuration;
}

/** Cost against time per token, and time to first token against accelerator time per token; less is better on all. */
export interface Fronts {
  readonly speed: readonly OnFront[];
  readonly start: readonly OnFront[];
}

export const NO_FRONTS: Fronts = { speed: [], start: [] };

export const onSpeed = (point: Configuration): OnFront => ({ x: point.cost, y: point.tpot, point });
export const onStart = (point: Configuration): OnFront => ({ x: point.ttft, y: 1 / point.throughput, point });

/** What may be tried as a way: an option, and whether nothing serious speaks against it. */
export type Proposal = Pick<Configuration, "option" | "kept">;

/** A contender for the cheapest, as it was found or proposed and as a way to serve the whole traffic. */
export interface Contender {
  readonly point: Proposal & Partial<Configuration>;
  readonly way: Way;
}

/** What was found in a space or in a part of it. */
export interface Findings {
  readonly tally: Tally;
  /** The cheapest of each accelerator and format of weights that keeps the goals, or shares of them; cheapest first. */
  readonly best: readonly Contender[];
  readonly fronts: Fronts;
}

export const NOTHING_FOUND: Findings = { tally: NOTHING, best: [], fronts: NO_FRONTS };

export const byCost = (a: Contender, b: Contender): number => a.way.rank - b.way.rank;

/** What was found in two parts that have no configuration in common. */
export const foundTogether = (a: Findings, b: Findings): Findings => ({
  tally: together(a.tally, b.tally),
  best: [...a.best, ...b.best].sort(byCost),
  fronts: {
    speed: paretoFront(a.fronts.speed, b.fronts.speed),
    start: paretoFront(a.fronts.start, b.fronts.start),
  },
});

/** Accelerator and format of weights, of which one way is enough to be shown. */
export const kindOf = ({ accelerator, weights = "" }: Way["option"]): string => `${accelerator} ${weights}`;

/** Of each accelerator and format of weights the first. */
export function cheapestContenders(best: readonly Contender[]): Contender[] {
  const seen = new Set<string>();
  return best.filter(({ way }) => {
    const kind = kindOf(way.option);
    const isFirst = !seen.has(kind);
    seen.add(kind);
    return isFirst;
  });
}

/** The ways that keep the goals: of each accelerator and format of weights the cheapest, cheapest first. */
export const cheapestOfEach = ({ best }: Pick<Findings, "best">): Way[] =>
  cheapestContenders(best.filter(({ way }) => way.keeps)).map(({ way }) => way);
