import type { Point } from "./point";

const ROOM = 1.15;

/** One logarithmic domain for both axes that holds every point, as long as there is one. */
export function agreementDomain(points: readonly Point[]): [number, number] {
  const values = points.flatMap(({ measured, predicted }) => [measured, predicted]);
  if (values.length === 0) return [1, 10];
  return [Math.min(...values) / ROOM, Math.max(...values) * ROOM];
}

/** Ticks at 1, 10, 100, or at 1, 2, 5, 10 where the domain is short. */
export function agreementTicks([low, high]: readonly [number, number]): number[] {
  const steps = Math.log10(high / low) > 2.5 ? [1] : [1, 2, 5];
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++)
    for (const step of steps) ticks.push(Number((step * 10 ** power).toPrecision(3)));
  return ticks.filter((tick) => tick >= low && tick <= high);
}
