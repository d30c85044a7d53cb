import type { Evidence } from "@/lib/engine";
import type { Calibrating } from "./calibrate";
import { leaveOut } from "./cross-validation";
import type { Fit } from "./fit";
import type { Measurement } from "./measurement";
import { type Answer, answerAll } from "./predict";
import type { Names } from "./question";

/** What a measurement is of, as far as it is evidence for others. */
export interface Kin {
  readonly family: string;
  readonly architecture: string;
}

/**
 * The measurements as a fit answers them that had no nearer evidence: all that is measured; without a family on an
 * accelerator where both were measured apart; without a family, on accelerators that other families ran on
 * (`byFamily`, the answers of leave-one-family-out); without an accelerator of an architecture that has others.
 */
export function evidenceAnswers(
  calibrating: Calibrating,
  base: Fit,
  byFamily: readonly Answer[],
  kinOf: (row: Measurement) => Kin,
  names: Names,
  log: (line: string) => void,
): ReadonlyMap<Evidence, readonly Answer[]> {
  const { rows, lookupWith } = calibrating;
  const family = (row: Measurement) => kinOf(row).family;
  const chip = ({ accelerator }: Measurement) => accelerator;
  const chipsOf = gathered(rows, family, chip);
  const familiesOf = gathered(rows, chip, family);
  const siblingsOf = gathered(rows, (row) => kinOf(row).architecture, chip);
  const shared = (row: Measurement) => count(familiesOf, chip(row)) > 1;
  const pair = (row: Measurement) =>
    shared(row) && count(chipsOf, family(row)) > 1 ? `${family(row)} on ${chip(row)}` : undefined;
  const alone = (row: Measurement) =>
    count(siblingsOf, kinOf(row).architecture) > 1 ? chip(row) : undefined;
  return new Map<Evidence, readonly Answer[]>([
    ["measured", answerAll(rows, lookupWith(base.values), names)],
    ["family", leaveOut(calibrating, base, pair, names, log)],
    ["chip", byFamily.filter(({ row }) => shared(row))],
    ["architecture", leaveOut(calibrating, base, alone, names, log)],
  ]);
}

function gathered(
  rows: readonly Measurement[],
  key: (row: Measurement) => string,
  value: (row: Measurement) => string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const row of rows) found.set(key(row), (found.get(key(row)) ?? new Set()).add(value(row)));
  return found;
}

const count = (sets: ReadonlyMap<string, ReadonlySet<string>>, key: string): number =>
  sets.get(key)?.size ?? 0;
