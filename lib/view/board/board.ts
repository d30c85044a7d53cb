import type { Estimate, OptionEstimate } from "@/lib/engine";
// Past the engine's door, which would bring every formula into the first page.
import { rankedBy } from "@/lib/engine/ranking";
import { type GoalCheck, goalChecks } from "../goals";
import { type Interval, interval } from "../headline";
import { optionNames } from "../option-name";
import { isEligible, type Standing, standingOf } from "../standing";
import { type ApiRow, apiRows } from "./api-offers";

/** Where an interval lies on the scale that all rows share, from 0 (left) to 1 (right). */
export type Band = { low: number; value: number; high: number };

/** One way to answer the question: what it costs and which goals it keeps. */
export type BoardRow = {
  /** Its place among the scenario's options. */
  index: number;
  name: string;
  accelerator: string;
  option: OptionEstimate;
  standing: Standing;
  goals: GoalCheck[];
  /** USD a token, blended; null where there is none. */
  cost: Interval | null;
  band: Band | null;
  /** What it is ranked by, USD a month or a token; undefined where it does not run or has no price. */
  rank: number | undefined;
  /** How much dearer than the first row by that, as a fraction; null for that row and without a cost. */
  difference: number | null;
};

/** The rows that keep what is asked, cheapest first; APIs, of which nobody says how fast they are; and the rest: what runs by its cost, then what does not. */
export type Board = { kept: BoardRow[]; apis: ApiRow[]; rest: BoardRow[] };

/** Ranks the options of a plan by what the question's demand costs: see `rankedBy`. */
export function boardOf(estimate: Estimate): Board {
  const names = optionNames(estimate);
  const costs = estimate.options.map((option) => interval(option, "costPerToken"));
  const bands = bandsOf(costs);
  const by = rankedBy(estimate.scenario);
  const rows = estimate.options.map((option, index): BoardRow => {
    const standing = standingOf(estimate, index);
    return {
      index,
      name: names[index] ?? "",
      accelerator: option.accelerator.id,
      option,
      standing,
      goals: goalChecks(option, estimate.scenario),
      cost: costs[index] ?? null,
      band: bands[index] ?? null,
      rank: interval(option, by)?.value,
      difference: null,
    };
  });
  const ranked = rows.sort((a, b) => rankOf(a) - rankOf(b) || a.index - b.index);
  const kept = ranked.filter(
    ({ standing, cost, rank }) => isEligible(standing) && cost && rank !== undefined,
  );
  const rest = ranked.filter((row) => !kept.includes(row));
  const first = kept[0]?.rank;
  const compared = kept.map((row, place) => ({
    ...row,
    difference: place === 0 || !first || row.rank === undefined ? null : row.rank / first - 1,
  }));
  const runsFirst = rest.toSorted((a, b) => Number(runs(b)) - Number(runs(a)));
  return { kept: compared, apis: apiRows(estimate, first), rest: runsFirst };
}

const rankOf = ({ rank }: BoardRow) => rank ?? Number.MAX_VALUE;
const runs = ({ option }: BoardRow) => option.verdict.feasible;

/** From this ratio of the dearest end to the cheapest on, the scale is logarithmic. */
const WIDE = 6;

/** Puts the intervals on one scale: from zero where they are alike, logarithmic where they lie far apart. */
export function bandsOf(intervals: readonly (Interval | null)[]): (Band | null)[] {
  const known = intervals.filter((each) => each !== null);
  const top = Math.max(0, ...known.map(({ high }) => high));
  const lows = known.map(({ low }) => low).filter((low) => low > 0);
  if (top <= 0 || lows.length === 0) return intervals.map(() => null);
  const bottom = Math.min(...lows);
  const wide = top / bottom > WIDE;
  // Half the lowest end is the left edge, so that the cheapest band is in sight too.
  const left = Math.log(bottom / 2);
  const place = (value: number) =>
    wide ? Math.max(0, (Math.log(Math.max(value, bottom / 2)) - left) / (Math.log(top) - left)) : value / top;
  return intervals.map((each) =>
    each ? { low: place(each.low), value: place(each.value), high: place(each.high) } : null,
  );
}
