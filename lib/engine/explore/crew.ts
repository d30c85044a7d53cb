import type { Scenario } from "@/lib/scenario";
import { isSimulated } from "../search/goals";
import {
  byCost,
  type Configuration,
  type Contender,
  type Findings,
  type Fronts,
  foundTogether,
  NOTHING_FOUND,
  type Proposal,
} from "./findings";
import { pointsOf, withJudged } from "./judged";
import type { Progress } from "./progress";
import { otherSplits, ownProposals, type Refinement } from "./refined";
import { type Slice, type Space, slicesOf } from "./space";

/** Something that searches a slice of a space elsewhere, or simulates a contender: a worker of the browser or of Node. */
export interface Hand {
  readonly search: (slice: Slice, known: Fronts) => Promise<Findings>;
  /** What is proposed with simulated percentiles; undefined where it cannot run, or means say that it is not ranked before `below`. */
  readonly simulate: (proposal: Proposal, below?: number) => Promise<Contender | undefined>;
}

/** What hands search together. */
export interface Task {
  readonly scenario: Scenario;
  readonly space: Space;
}

/** By judgement: contenders that are simulated at a time, and at most; and how many that keep the goals are enough. */
const ROUND = 12;
const MOST = 60;
const ENOUGH = 12;

/**
 * Shares the slices of a space out among hands, each the next as soon as it is done with one, with the fronts that all
 * have found so far. Where the answer to the scenario is simulated, the most promising are then simulated too, until
 * enough keep the goals, with the plan's own options and with the other splits of the cheapest; of others too little is known, and they are dropped. Ends early, with what was found, when `signal` says so. Rejects as
 * soon as a hand does.
 */
export async function exploreWith(
  hands: readonly Hand[],
  { scenario, space }: Task,
  report: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<Findings> {
  const slices = slicesOf(space);
  let found = NOTHING_FOUND;
  let done = 0;
  await shareOut(hands, slices, signal, async (hand, slice) => {
    // Read what is found after the wait: other hands have added to it meanwhile.
    const part = await hand.search(slice, found.fronts);
    found = foundTogether(found, part);
    report({ done: ++done, slices: slices.length, found });
  });
  if (!isSimulated(scenario)) return found;
  const { best } = found;
  const simulated: Contender[] = [];
  const simulate = (proposals: readonly Refinement[]) =>
    shareOut(hands, proposals, signal, async (hand, { proposal, below }) => {
      const known = await hand.simulate(proposal, below);
      if (known) simulated.push(known);
      found = { ...found, best: simulated.toSorted(byCost) };
      report({ done, slices: slices.length, found });
    });
  const whole = (proposals: readonly Proposal[]) =>
    proposals.map((proposal) => ({ proposal, below: Number.POSITIVE_INFINITY }));
  await simulate(whole(ownProposals(scenario, space)));
  for (let from = 0; from < Math.min(best.length, MOST) && !signal?.aborted; from += ROUND) {
    await simulate(whole(best.slice(from, from + ROUND).map(({ point }) => point)));
    if (simulated.filter(({ way }) => way.keeps).length >= ENOUGH) break;
  }
  await simulate(otherSplits(found, space));
  return found;
}

/** Something that says of a point of a front what it is when it is taken; undefined where it cannot run after all. */
export interface Judge {
  readonly judge: (point: Configuration) => Promise<Configuration | undefined>;
}

/**
 * Replaces the points of the fronts, which are means at their load, by the options that they become, one after the other.
 * Nothing is left to replace where the answer to the scenario is not simulated.
 */
export async function judgeFronts(
  judges: readonly Judge[],
  scenario: Scenario,
  found: Findings,
  report: (found: Findings) => void,
  signal?: AbortSignal,
): Promise<Findings> {
  if (!isSimulated(scenario)) return found;
  const known = new Map<Configuration, Configuration | undefined>();
  await shareOut(judges, pointsOf(found.fronts), signal, async ({ judge }, point) => {
    known.set(point, await judge(point));
    report(withJudged(found, known));
  });
  return withJudged(found, known);
}

/** Each hand takes the next item as soon as it is done with one. */
async function shareOut<H, T>(
  hands: readonly H[],
  items: readonly T[],
  signal: AbortSignal | undefined,
  work: (hand: H, item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const each = async (hand: H) => {
    while (next < items.length && !signal?.aborted) await work(hand, items[next++] as T);
  };
  await Promise.all(hands.map(each));
}
