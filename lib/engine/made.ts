import type { KnownCalibration } from "./deployment";

/** A constant of a calibration record, by its name there. */
export interface Taken {
  readonly record: KnownCalibration;
  readonly constant: string;
}

/** A number with what it is made of, so that what the formulas reckon with and what its explanation says cannot part. */
export interface Made {
  readonly value: number;
  /** How it follows from the constants, by their names; of a number that code sets, why it is that. */
  readonly how: string;
  readonly of: readonly Taken[];
}

/** Each number of some constants with where it is from. */
export type MadeOf<T> = { readonly [K in keyof T]: Made };

/** A constant of a record as it stands. */
const taken = (record: KnownCalibration, constant: string): Made => ({
  value: record.constants[constant] as number,
  how: constant,
  of: [{ record, constant }],
});

/** Those of each record, made once: a search lays out tens of thousands of plans on the same few. */
const known = new WeakMap<KnownCalibration, Readonly<Record<string, Made>>>();

/** Every constant of a record as it stands. */
export function takenFrom<T>(record: KnownCalibration): MadeOf<T> {
  let of = known.get(record);
  if (!of) {
    of = Object.fromEntries(Object.keys(record.constants).map((name) => [name, taken(record, name)]));
    known.set(record, of);
  }
  return of as MadeOf<T>;
}

/** A number that code sets. */
export const plain = (value: number, why: string): Made => ({ value, how: why, of: [] });

/** The words for a number as a factor of another. */
const factor = (how: string): string => (how.includes(" + ") ? `(${how})` : how);

/** What becomes of a number; `say` puts it into words. */
export const changed = (
  { value, how, of }: Made,
  change: (value: number) => number,
  say: (how: string) => string,
): Made => ({ value: change(value), how: say(factor(how)), of });

/** So many times a number. */
export const multiple = (times: number, made: Made): Made =>
  times === 1
    ? made
    : changed(
        made,
        (value) => times * value,
        (how) => `${times} × ${how}`,
      );

/** One times another. */
export const product = (a: Made, b: Made): Made => ({
  value: a.value * b.value,
  how: `${factor(a.how)} × ${factor(b.how)}`,
  of: [...a.of, ...b.of],
});

/** One for each of another. */
export const quotient = (a: Made, b: Made): Made => ({
  value: a.value / b.value,
  how: `${factor(a.how)} / ${b.how.includes("×") ? `(${b.how})` : factor(b.how)}`,
  of: [...a.of, ...b.of],
});

/** Both together. */
export const sum = (a: Made, b: Made): Made => ({
  value: a.value + b.value,
  how: `${a.how} + ${b.how}`,
  of: [...a.of, ...b.of],
});

/** The product, or the number alone where there is nothing to multiply it by. */
export const productWith = (made: Made, factor: Made | undefined): Made =>
  factor ? product(made, factor) : made;

/** The smaller of two, which alone is then what it is made of. */
export const least = (a: Made, b: Made): Made => (b.value < a.value ? b : a);
