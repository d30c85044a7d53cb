import { solveSymmetric } from "./solve";

/**
 * How uncertain each constant's logarithm is, as a standard deviation, where all of them are unknown together.
 * `information` is the inverse of their covariances. Throws when it is not positive definite.
 */
export function deviationsOf(information: readonly (readonly number[])[]): number[] {
  return information.map((_, index) => {
    const unit = information.map((_row, place) => (place === index ? 1 : 0));
    return Math.sqrt(solveSymmetric(information, unit)[index] as number);
  });
}

/**
 * The constants that measurements inform, by position: those whose deviation is at most `share` of the prior's spread
 * while all others of them are unknown too and the rest is held. Of constants that measurements cannot tell apart, the one that they say most of stays.
 */
export function informedOf(
  information: readonly (readonly number[])[],
  spreads: readonly number[],
  share: number,
): number[] {
  let kept = spreads.map((_, index) => index);
  while (kept.length > 0) {
    const deviations = deviationsOf(
      kept.map((row) => kept.map((column) => information[row]?.[column] as number)),
    );
    const left = kept.map((index, place) => (deviations[place] as number) / (spreads[index] as number));
    const worst = Math.max(...left);
    if (worst <= share) return kept;
    kept = kept.filter((_, place) => left[place] !== worst);
  }
  return kept;
}
