import type { Point } from "./point";

const ROOM = 1.15;

/** One logarithmic domain for both axes that holds every point, as long as there is one. */
export function agreementDomain(points: readonly Point[]): [number, number] {
  const values = points.flatMap(({ measured, predicted }) => [measured, predicted]);
  if (values.length === 0) return [1, 10];
  return [Math.min(...values) / ROOM, Math.max(...values) * ROOM];
}
