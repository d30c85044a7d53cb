import type { Calibrating } from "./calibrate";
import { type Fit, fitConstants } from "./fit";
import type { Measurement } from "./measurement";
import { type Answer, answerAll } from "./predict";
import type { Names } from "./question";

/** Rounds that a fit without one group gets: it starts from the fit of all, with that fit's derivatives. */
const FOLD_ROUNDS = 12;

/**
 * Each measurement that has a group, as the planner answers it with constants fitted without any measurement of its
 * group. `base` is the fit to all.
 */
export function leaveOut(
  { problem, rows, lookupWith }: Calibrating,
  base: Fit,
  groupOf: (row: Measurement) => string | undefined,
  names: Names,
  log: (line: string) => void,
): Answer[] {
  const groups = rows.map(groupOf);
  const each = [...new Set(groups)].filter((group) => group !== undefined).sort();
  return each.flatMap((group) => {
    const counts = Float64Array.from(groups, (own) => (own === group ? 0 : 1));
    const { values, losses } = fitConstants(problem, () => {}, {
      values: base.values,
      jacobian: base.jacobian,
      counts,
      rounds: FOLD_ROUNDS,
    });
    const left = rows.filter((_, index) => counts[index] === 0);
    log(`without ${group} (${left.length} of ${rows.length}): ${losses.length - 1} rounds`);
    return answerAll(left, lookupWith(values), names);
  });
}
