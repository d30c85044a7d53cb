import type { Calibration } from "@/lib/catalog/schema";
import type { Lookup } from "@/lib/engine";
import { arrivalsOf } from "./arrivals";
import { deploymentOf, groupsOf, type Spread, whiten } from "./deployments";
import type { Parameter, Problem } from "./fit";
import type { Measurement } from "./measurement";
import { answerAll } from "./predict";
import type { Names } from "./question";

/** A constant that is fitted, by the record that holds it. */
export type Slot = Parameter & { readonly record: string; readonly constant: string };

/** A fit of the calibration records to measurements. */
export interface Calibrating {
  readonly slots: readonly Slot[];
  /** The measurements that the planner can answer. */
  readonly rows: readonly Measurement[];
  readonly problem: Problem;
  /** The catalog with other values of the fitted constants. */
  lookupWith(values: readonly number[]): Lookup;
  /** The rows that look a record up. */
  readers(record: string): readonly Measurement[];
}

/**
 * What honest residuals spread, by metric: around their deployment's level, and the levels of deployments. First
 * tokens hang on how a client starts its requests, which no table states.
 */
const FIRST_TOKEN: Spread = { within: 0.2, between: 0.2 };
const OTHERWISE: Spread = { within: 0.1, between: 0.05 };
const FIRST_TOKENS: ReadonlySet<string> = new Set(["ttft_ms", "prefill_tokens_per_s"]);
const spreadOf = ({ metric }: Measurement): Spread => (FIRST_TOKENS.has(metric) ? FIRST_TOKEN : OTHERWISE);

/** Every constant of the records that has a prior. */
export const slotsOf = (records: readonly Calibration[]): Slot[] =>
  records.flatMap((record) =>
    Object.entries(record.priors ?? {}).map(([constant, { value, spread, least, most }]) => ({
      name: `${record.id}.${constant}`,
      record: record.id,
      constant,
      prior: value,
      spread: spread,
      ...(least === undefined ? {} : { least }),
      ...(most === undefined ? {} : { most }),
    })),
  );

/**
 * Sets up the fit of `slots` to `rows`. Rows that the planner cannot answer take no part, nor do those of requests from
 * outside, whose answers are simulated: chance and thousands of events would stand between a constant and its residual.
 */
export function calibrating(
  given: readonly Measurement[],
  slots: readonly Slot[],
  lookup: Lookup,
  names: Names,
): Calibrating {
  const rows = given.filter((row) => !arrivalsOf(row));
  const priors = slots.map(({ prior }) => prior);
  const lookupWith = (values: readonly number[]) => withConstants(lookup, slots, values);
  const used = answerAll(rows, lookupWith(priors), names)
    .filter(({ predicted }) => predicted !== null)
    .map(({ row }) => row);
  const reads = used.map((row) => readsOf(row, lookup, names));
  const readers = new Map(
    [...new Set(slots.map(({ record }) => record))].map((record) => [
      record,
      used.flatMap((_, index) => (reads[index]?.has(record) ? [index] : [])),
    ]),
  );
  const groups = [...groupsOf(used, (row) => `${deploymentOf(row)}|${row.metric}`).values()].map(
    (members) => ({
      rows: members,
      spread: spreadOf(used[members[0] as number] as Measurement),
    }),
  );
  const raw = (values: readonly number[], indices: readonly number[], found: Float64Array) => {
    const asked = indices.map((index) => used[index] as Measurement);
    answerAll(asked, lookupWith(values), names).forEach(({ row, predicted }, position) => {
      found[indices[position] as number] = Math.log((predicted ?? row.value) / row.value);
    });
    return found;
  };
  const everyRow = used.map((_, index) => index);
  /** Residuals before whitening, by what came of them, and the rows that a constant was seen to move. */
  const before = new WeakMap<Float64Array, Float64Array>();
  const dependents = slots.map(({ record }) => readers.get(record) ?? []);
  const seen = new Set<number>();
  return {
    slots,
    rows: used,
    lookupWith,
    readers: (record) => (readers.get(record) ?? []).map((index) => used[index] as Measurement),
    problem: {
      parameters: slots,
      residuals(values) {
        const found = raw(values, everyRow, new Float64Array(used.length));
        const whitened = whiten(found, groups);
        before.set(whitened, found);
        return whitened;
      },
      moved(values, touched, base) {
        const still = before.get(base) as Float64Array;
        const indices = dependents[touched] as number[];
        const found = raw(values, indices, Float64Array.from(still));
        if (!seen.has(touched)) {
          dependents[touched] = indices.filter((index) => found[index] !== still[index]);
          seen.add(touched);
        }
        return whiten(found, groups);
      },
    },
  };
}

function withConstants(lookup: Lookup, slots: readonly Slot[], values: readonly number[]): Lookup {
  const changed = new Map<string, Calibration>();
  slots.forEach(({ record, constant }, index) => {
    const known = changed.get(record) ?? copyOf(lookup.calibration(record) as Calibration);
    known.constants[constant] = values[index] as number;
    changed.set(record, known);
  });
  return { ...lookup, calibration: (id) => changed.get(id) ?? lookup.calibration(id) };
}

const copyOf = (record: Calibration): Calibration => ({ ...record, constants: { ...record.constants } });

/** The calibration records that a row looks up. */
function readsOf(row: Measurement, lookup: Lookup, names: Names): Set<string> {
  const read = new Set<string>();
  const calibration = (id: string) => {
    read.add(id);
    return lookup.calibration(id);
  };
  answerAll([row], { ...lookup, calibration }, names);
  return read;
}
