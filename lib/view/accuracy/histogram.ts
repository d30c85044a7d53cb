import { type Errors, errorsOf } from "@/lib/accuracy/statistics";
import { FAMILIES, type Family } from "./families";
import type { Point } from "./point";

/** Edges are in ln(predicted / measured): a factor of two either way, in steps of about 7 %; beyond is in the last bin. */
const LIMIT = Math.LN2;
const BINS = 20;

/** Where a ratio of predicted over measured lies on the axis, 0 to 1. */
export const axisPosition = (ratio: number): number =>
  Math.min(1, Math.max(0, (Math.log(ratio) + LIMIT) / (2 * LIMIT)));

export type Distribution = {
  family: Family;
  label: string;
  color: string;
  errors: Errors;
  /** Share of the fullest bin, 0 to 1, from too low to too high. */
  bars: number[];
  /** Cases beyond a factor of two, counted into the outermost bins. */
  beyond: number;
};

/** How the errors of each family are spread, the family with most cases first. */
export function errorDistributions(points: readonly Point[]): Distribution[] {
  return (Object.keys(FAMILIES) as Family[])
    .map((family) => ({ family, members: points.filter((point) => point.family === family) }))
    .filter(({ members }) => members.length > 0)
    .sort((a, b) => b.members.length - a.members.length)
    .map(({ family, members }) => {
      const ratios = members.map(({ measured, predicted }) => predicted / measured);
      const counts = new Array<number>(BINS).fill(0);
      for (const ratio of ratios) {
        const bin = Math.min(BINS - 1, Math.floor(axisPosition(ratio) * BINS));
        counts[bin] = (counts[bin] ?? 0) + 1;
      }
      const fullest = Math.max(...counts);
      return {
        family,
        ...FAMILIES[family],
        errors: errorsOf(ratios),
        bars: counts.map((count) => count / fullest),
        beyond: ratios.filter((ratio) => Math.abs(Math.log(ratio)) > LIMIT).length,
      };
    });
}
