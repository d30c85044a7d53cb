/** Beyond these a run of zeros is harder to read than a power of ten. */
const EXPONENT_BELOW = 1e-6;
const EXPONENT_FROM = 1e15;

const exponentOf = (value: number) => Number(value.toExponential().split("e")[1]);

/** Rounded to significant digits. */
export function roundTo(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

/** A fixed number of decimals, thousands grouped with commas. */
export function fixed(value: number, decimals: number): string {
  const [whole = "", rest] = value.toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}

/** Significant digits with trailing zeros kept, so that a column keeps its width: 4.8 becomes "4.80". */
export function significant(value: number, digits: number): string {
  const rounded = roundTo(value, digits);
  const size = Math.abs(rounded);
  if (size === 0) return "0";
  if (size < EXPONENT_BELOW || size >= EXPONENT_FROM) return value.toExponential(digits - 1);
  return fixed(rounded, Math.max(0, digits - 1 - exponentOf(rounded)));
}

/** Nearly every digit (12, which hides binary noise), no trailing zeros. */
export function exact(value: number): string {
  return significant(value, 12)
    .replace(/(\.\d*?)0+(?=$|e)/, "$1")
    .replace(/\.(?=$|e)/, "");
}

/** An amount of dollars without the sign: cents from 10 cents to 100 dollars, significant digits elsewhere. */
export function dollars(value: number, digits: number): string {
  const size = Math.abs(roundTo(value, digits));
  if (size === 0) return "0.00";
  if (size >= 1e9) return `${significant(value / 1e9, digits)}bn`;
  if (size >= 1e6) return `${significant(value / 1e6, digits)}M`;
  if (size >= 0.1 && size < 100) {
    return fixed(value, digits <= 3 ? 2 : Math.max(2, digits - 1 - exponentOf(size)));
  }
  return significant(value, digits);
}
