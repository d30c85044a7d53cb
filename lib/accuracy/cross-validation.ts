import type { Calibrating } from "./calibrate";
import { type Fit, fitConstants } from "./fit";
import { type Answer, answerAll } from "./predict";
import type { Names } from "./question";

/** Rounds that a fit without one family gets: it starts from the fit of all, with that fit's derivatives. */
const FOLD_ROUNDS = 12;

/**
 * Leave-one-family-out: each measurement as the planner answers it with constants fitted without any measurement of
 * its model's family. `base` is the fit to all.
 */
export function crossValidate(
  { problem, rows, lookupWith }: Calibrating,
  base: Fit,
  modelFamily: (model: string) => string,
  names: Names,
  log: (line: string) => void,
): Answer[] {
  const families = [...new Set(rows.map(({ model }) => modelFamily(model)))].sort();
  return families.flatMap((family) => {
    const counts = Float64Array.from(rows, ({ model }) => (modelFamily(model) === family ? 0 : 1));
    const { values, losses } = fitConstants(problem, () => {}, {
      values: base.values,
      jacobian: base.jacobian,
      counts,
      rounds: FOLD_ROUNDS,
    });
    const left = rows.filter((_, index) => counts[index] === 0);
    log(`without ${family} (${left.length} of ${rows.length}): ${losses.length - 1} rounds`);
    return answerAll(left, lookupWith(values), names);
  });
}
