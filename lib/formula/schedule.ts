import type { Tier } from "./graph";

/** A set of steps: a bit for each by its number. */
export type Steps = number;

/** Places from one up to before another. */
type Span = readonly [from: number, end: number];

/** An instruction with what has to be known to place it. */
export interface Entry {
  readonly tier: Tier;
  readonly code: readonly number[];
  /** The steps that its result is of, if it is of some. */
  of: Steps;
  /** The steps without which its result means nothing. */
  readonly needs: Steps;
  readonly writes: Span;
  readonly reads: readonly Span[];
}

/**
 * The instructions of each tier while some steps are active. A round of the search does no more than what its result
 * (at the places `searched`) hangs on; all else that the batch changes is done once, after the last round.
 */
export function schedule(
  entries: readonly Entry[],
  active: Steps,
  searched: readonly number[],
): Int32Array[] {
  const awake = entries.filter(({ of }) => of === 0 || (of & active) !== 0);
  const round = inRound(
    awake.filter(({ tier, needs }) => tier === 2 && (needs & ~active) === 0),
    searched,
  );
  const after = awake.filter((entry) => entry.tier > 1 && !round.has(entry));
  return [tier(awake, 0), tier(awake, 1), instructions([...round].reverse()), instructions(after)];
}

/** The entries, last first, on which the values at some places hang. */
function inRound(entries: readonly Entry[], searched: readonly number[]): Set<Entry> {
  const live = new Set(searched);
  const found = new Set<Entry>();
  for (const entry of [...entries].reverse()) {
    if (!places(entry.writes).some((at) => live.has(at))) continue;
    found.add(entry);
    for (const at of entry.reads.flatMap(places)) live.add(at);
  }
  return found;
}

const places = ([from, end]: Span): number[] =>
  Array.from({ length: end - from }, (_, index) => from + index);

const tier = (entries: readonly Entry[], wanted: Tier) =>
  instructions(entries.filter((entry) => entry.tier === wanted));

const instructions = (entries: readonly Entry[]) => Int32Array.from(entries.flatMap(({ code }) => code));
