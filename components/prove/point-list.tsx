import type { Point } from "@/lib/measure/points";
import { grouped } from "@/lib/units";

/** The loads to measure, each with why and how often. */
export function PointList({ points }: { points: readonly Point[] }) {
  return (
    <ul className="grid gap-1 text-sm">
      {points.map(({ inFlight, why, repeats }) => (
        <li key={inFlight}>
          <span className="font-medium tabular-nums">{grouped(inFlight)} in flight</span>
          <span className="text-muted">
            : {why}; {repeats === 1 ? "once" : `${repeats} times`}
          </span>
        </li>
      ))}
    </ul>
  );
}
