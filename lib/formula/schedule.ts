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
 * (at the places `searched`) hangs on; all else that the batch changes is done once, after the last round. With
 * `wanted`, what the values at those places do not hang on is left out altogether.
 */
export function schedule(
  entries: readonly Entry[],
  active: Steps,
  searched: readonly number[],
  wanted?: readonly number[],
): Int32Array[] {
  const awake = entries.filter(({ of }) => of === 0 || (of & active) !== 0);
  const inRound = behind(
    awake.filter(({ tier, needs }) => tier === 2 && (needs & ~active) === 0),
    searched,
  );
  const tiers = [
    awake.filter(({ tier }) => tier === 0),
    awake.filter(({ tier }) => tier === 1),
    awake.filter((entry) => inRound.has(entry)),
    awake.filter((entry) => entry.tier > 1 && !inRound.has(entry)),
  ];
  const kept = wanted && behind(tiers.flat(), [...searched, ...wanted]);
  return tiers.map((tier) => instructions(kept ? tier.filter((entry) => kept.has(entry)) : tier));
}

/** The entries, of some in the order in which they run, on which the values at some places hang. */
function behind(entries: readonly Entry[], at: readonly number[]): Set<Entry> {
  const live = new Set(at);
  const found = new Set<Entry>();
  for (const entry of [...entries].reverse()) {
    if (!places(entry.writes).some((place) => live.has(place))) continue;
    found.add(entry);
    for (const place of entry.reads.flatMap(places)) live.add(place);
  }
  return found;
}

const places = ([from, end]: Span): number[] =>
  Array.from({ length: end - from }, (_, index) => from + index);

const instructions = (entries: readonly Entry[]) => Int32Array.from(entries.flatMap(({ code }) => code));
