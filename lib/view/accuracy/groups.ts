import { type Errors, errorsOf } from "@/lib/accuracy/statistics";
import type { Table } from "@/lib/view/table";
import { METRIC_TEXT } from "./metrics";
import type { Point } from "./point";

/** Points of one metric on one accelerator with one engine, and how far off they are. */
export type Group = Pick<Point, "metric" | "accelerator" | "engine"> & Errors;

const ratio = ({ measured, predicted }: Point) => predicted / measured;

/** The errors of a set of points; undefined for none. */
export const errorsOfPoints = (points: readonly Point[]): Errors | undefined =>
  points.length > 0 ? errorsOf(points.map(ratio)) : undefined;

/** The errors by metric, accelerator and engine, in that order. */
export function groupErrors(points: readonly Point[]): Group[] {
  const groups = new Map<string, Point[]>();
  for (const point of points) {
    const key = [METRIC_TEXT[point.metric].label, point.accelerator, point.engine].join("\n");
    const group = groups.get(key);
    if (group) group.push(point);
    else groups.set(key, [point]);
  }
  return [...groups]
    .sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
    .map(([, members]) => {
      const { metric, accelerator, engine } = members[0] as Point;
      return { metric, accelerator, engine, ...errorsOf(members.map(ratio)) };
    });
}

/** The fewest cases that say something about a group. */
const ENOUGH = 3;

/** The groups with the largest median error, the worst first; those with hardly any case are left out. */
export const weakestGroups = (groups: readonly Group[], count: number): Group[] =>
  groups
    .filter(({ cases }) => cases >= ENOUGH)
    .sort((a, b) => b.median - a.median)
    .slice(0, count);

/** In per cent, so that a file reads as the page does. */
const share = (id: string, label: string) => ({ id, label, unit: "%", kind: "number" as const });

/** The groups as a table, with a line over all of them. */
export function groupTable(points: readonly Point[]): Table {
  const overall = errorsOfPoints(points);
  const figures = ({ cases, mape, median, within25, bias }: Errors) => ({
    cases,
    mape: 100 * mape,
    median: 100 * median,
    within25: 100 * within25,
    bias: 100 * bias,
  });
  return {
    id: "accuracy",
    title: "Errors by metric, accelerator and engine",
    columns: [
      { id: "metric", label: "Metric", kind: "text" },
      { id: "accelerator", label: "Accelerator", kind: "text" },
      { id: "engine", label: "Engine", kind: "text" },
      { id: "cases", label: "Cases", kind: "number" },
      share("mape", "Mean error"),
      share("median", "Median error"),
      share("within25", "Within a quarter"),
      share("bias", "Bias"),
    ],
    rows: [
      ...groupErrors(points).map((group) => ({
        metric: METRIC_TEXT[group.metric].label,
        accelerator: group.accelerator,
        engine: group.engine,
        ...figures(group),
      })),
      ...(overall ? [{ metric: "Overall", accelerator: "", engine: "", ...figures(overall) }] : []),
    ],
  };
}
