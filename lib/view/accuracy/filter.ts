import { grouped } from "@/lib/units";
import { METRIC_TEXT } from "./metrics";
import type { Point } from "./point";

/** What a reader can narrow the points by; also the names in the address. */
export const FILTERS = ["metric", "accelerator", "engine", "model"] as const;
export type FilterId = (typeof FILTERS)[number];
/** An empty text lets everything through. */
export type PointFilter = Readonly<Record<FilterId, string>>;

export const NO_FILTER: PointFilter = { metric: "", accelerator: "", engine: "", model: "" };

/** The filter that an address asks for; values that no point has are ignored. */
export function readPointFilter(query: string, points: readonly Point[]): PointFilter {
  const asked = new URLSearchParams(query);
  const known = (id: FilterId) => {
    const value = asked.get(id) ?? "";
    return points.some((point) => point[id] === value) ? value : "";
  };
  return {
    metric: known("metric"),
    accelerator: known("accelerator"),
    engine: known("engine"),
    model: known("model"),
  };
}

/** The filter as the query of an address. */
export function writeFilter(filter: PointFilter): string {
  const chosen = FILTERS.filter((id) => filter[id]).map((id) => [id, filter[id]]);
  return new URLSearchParams(chosen).toString();
}

export const applyFilter = (points: readonly Point[], filter: PointFilter): Point[] =>
  points.filter((point) => FILTERS.every((id) => !filter[id] || point[id] === filter[id]));

/** With its unit: a latency is published in seconds and in milliseconds. */
function metricName(metric: string): string {
  const { label, unit } = METRIC_TEXT[metric as Point["metric"]];
  return `${label}, ${unit}`;
}

/** The values that one filter can take while the others stay, each with how many points it leaves. */
export function filterChoices(points: readonly Point[], filter: PointFilter, id: FilterId) {
  const others = applyFilter(points, { ...filter, [id]: "" });
  const counts = new Map<string, number>();
  for (const point of others) counts.set(point[id], (counts.get(point[id]) ?? 0) + 1);
  const choices = [...counts].map(([value, count]) => {
    return { value, label: `${id === "metric" ? metricName(value) : value} (${grouped(count)})` };
  });
  choices.sort((a, b) => a.label.localeCompare(b.label, "en", { numeric: true }));
  return [{ value: "", label: `All (${grouped(others.length)})` }, ...choices];
}
