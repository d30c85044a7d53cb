/** Exponents over BASE; all zero is a plain number. */
export type Dimension = readonly number[];

/** Base units. Every value inside the program is in products of these: B and tok, never GB or Mtok. */
export const BASE = ["s", "B", "FLOP", "tok", "USD", "J", "req", "acc", "kgCO2e", "user"] as const;
export type BaseUnit = (typeof BASE)[number];

export const DIMENSIONLESS: Dimension = BASE.map(() => 0);

/** Dimension with the given exponents, such as `dimensionOf({ B: 1, s: -1 })` for a rate of bytes. */
export function dimensionOf(exponents: Partial<Record<BaseUnit, number>>): Dimension {
  return BASE.map((base) => exponents[base] ?? 0);
}

export function multiplyDimensions(a: Dimension, b: Dimension): Dimension {
  return a.map((exponent, i) => exponent + (b[i] ?? 0));
}

export function divideDimensions(a: Dimension, b: Dimension): Dimension {
  return a.map((exponent, i) => exponent - (b[i] ?? 0));
}

export function raiseDimension(a: Dimension, power: number): Dimension {
  return a.map((exponent) => exponent * power || 0);
}

// A root undone by a power (the p-norm) leaves exponents such as 0.9999999999999999.
const EXPONENT_TOLERANCE = 1e-9;

export function sameDimension(a: Dimension, b: Dimension): boolean {
  return a.every((exponent, i) => Math.abs(exponent - (b[i] ?? 0)) < EXPONENT_TOLERANCE);
}

/** The dimension written in base units: "B/s", "USD/tok", "1", "1/s", "s^2". */
export function unitText(dimension: Dimension): string {
  const power = (exponent: number) => (exponent === 1 ? "" : `^${Number(exponent.toFixed(6))}`);
  const term = (i: number, exponent: number) => `${BASE[i]}${power(exponent)}`;
  const above = dimension.flatMap((exponent, i) =>
    exponent > EXPONENT_TOLERANCE ? [term(i, exponent)] : [],
  );
  const below = dimension.flatMap((exponent, i) =>
    exponent < -EXPONENT_TOLERANCE ? [`/${term(i, -exponent)}`] : [],
  );
  return `${above.join("*") || "1"}${below.join("")}`;
}

const NAMES = new Map([
  ["1", "a plain number"],
  ["s", "a time"],
  ["s/tok", "a time per token"],
  ["B", "an amount of bytes"],
  ["B/s", "a rate of bytes"],
  ["B/tok", "bytes per token"],
  ["FLOP", "an amount of compute"],
  ["FLOP/s", "a rate of compute"],
  ["tok", "a number of tokens"],
  ["tok/s", "a rate of tokens"],
  ["USD", "an amount of money"],
  ["USD/s", "a price per time"],
  ["USD/tok", "a price per token"],
  ["USD/J", "a price of energy"],
  ["J", "an energy"],
  ["J/s", "a power"],
  ["J/tok", "an energy per token"],
  ["req", "a number of requests"],
  ["req/s", "a rate of requests"],
  ["acc", "a number of accelerators"],
  ["user", "a number of users"],
]);

/** The dimension in words for a message: "a rate of bytes". */
export function describeDimension(dimension: Dimension): string {
  const text = unitText(dimension);
  return NAMES.get(text) ?? `a quantity in ${text}`;
}
