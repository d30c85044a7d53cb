/**
 * A low-discrepancy sequence (Halton's, in the first primes), moved as a whole by a seed: points of the unit cube of
 * `axes` dimensions (four at most) that fill it evenly, the same for the same seed. A shift keeps them even and lets two
 * seeds show the error.
 */
export function points(count: number, seed: number, axes: number): readonly (readonly number[])[] {
  const bases = BASES.slice(0, axes);
  const shifts = bases.map((_, axis) => fraction(hash(seed * axes + axis)));
  return Array.from({ length: count }, (_, index) =>
    bases.map((base, axis) => fraction(radicalInverse(index + 1, base) + (shifts[axis] as number))),
  );
}

/** By definition: pairwise coprime. */
const BASES = [2, 3, 5, 7] as const;

const fraction = (value: number): number => value - Math.floor(value);

function radicalInverse(index: number, base: number): number {
  let [rest, digit, found] = [index, 1 / base, 0];
  while (rest > 0) {
    found += (rest % base) * digit;
    rest = Math.floor(rest / base);
    digit /= base;
  }
  return found;
}

/** A number from an integer that neighbouring integers do not share (a 32-bit mix); between 0 and 1. */
function hash(seed: number): number {
  let mixed = (seed ^ 0x9e3779b9) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35) >>> 0;
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}

/**
 * The standard normal quantile of a share between 0 and 1, by Acklam's rational approximation (relative error below
 * 1.2e-9). The ends are kept finite.
 */
export function normalQuantile(share: number): number {
  const p = Math.min(1 - 1e-12, Math.max(1e-12, share));
  const tail = 0.02425;
  if (p > 1 - tail) return -normalQuantile(1 - p);
  if (p < tail) {
    const q = Math.sqrt(-2 * Math.log(p));
    return polynomial(C, q) / (polynomial(D, q) * q + 1);
  }
  const q = p - 0.5;
  return (polynomial(A, q * q) * q) / (polynomial(B, q * q) * q * q + 1);
}

const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, each) => sum * x + each, 0);

const A = [
  -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
  2.506628277459239,
];
const B = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572];
const C = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const D = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416];
