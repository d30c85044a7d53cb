import { localised } from "./locale";

/** Beyond these a run of zeros is harder to read than a power of ten. */
const EXPONENT_BELOW = 1e-6;
const EXPONENT_FROM = 1e15;

const exponentOf = (value: number) => Number(value.toExponential().split("e")[1]);

/** Rounded to significant digits. */
export function roundTo(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

// As 1,234.5, which only the last step writes as the reader's locale does.
function plainFixed(value: number, decimals: number): string {
  const [whole = "", rest] = value.toFixed(decimals).split(".");
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return rest === undefined ? groups : `${groups}.${rest}`;
}

function plainSignificant(value: number, digits: number): string {
  const rounded = roundTo(value, digits);
  const size = Math.abs(rounded);
  if (size === 0) return "0";
  if (size < EXPONENT_BELOW || size >= EXPONENT_FROM) return value.toExponential(digits - 1);
  return plainFixed(rounded, Math.max(0, digits - 1 - exponentOf(rounded)));
}

/** A fixed number of decimals, thousands grouped. */
export const fixed = (value: number, decimals: number): string => localised(plainFixed(value, decimals));

/** Significant digits with trailing zeros kept, so that a column keeps its width: 4.8 becomes "4.80". */
export const significant = (value: number, digits: number): string =>
  localised(plainSignificant(value, digits));

function plainExact(value: number): string {
  return plainSignificant(value, 12)
    .replace(/(\.\d*?)0+(?=$|e)/, "$1")
    .replace(/\.(?=$|e)/, "");
}

/** Nearly every digit (12, which hides binary noise), no trailing zeros. */
export const exact = (value: number): string => localised(plainExact(value));

/** The same of an amount: a fraction of a dollar has cents, and `always` says that a whole one has them too. */
export function exactDollars(value: number, always: boolean): string {
  const text = plainExact(value);
  if (/e/.test(text) || /\.\d\d/.test(text)) return localised(text);
  const [whole, tenths] = text.split(".");
  return localised(tenths ? `${whole}.${tenths}0` : always ? `${whole}.00` : text);
}

/** An amount of dollars without the sign: cents from 10 cents to 100 dollars, significant digits elsewhere. */
export function dollars(value: number, digits: number): string {
  const size = Math.abs(roundTo(value, digits));
  if (size === 0) return fixed(0, 2);
  if (size >= 1e9) return `${significant(value / 1e9, digits)}bn`;
  if (size >= 1e6) return `${significant(value / 1e6, digits)}M`;
  if (size >= 0.1 && size < 100) {
    return fixed(value, digits <= 3 ? 2 : Math.max(2, digits - 1 - exponentOf(size)));
  }
  return significant(value, digits);
}
