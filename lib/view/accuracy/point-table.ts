import type { Table } from "@/lib/view/table";
import { METRIC_TEXT } from "./metrics";
import { errorOf, type Point } from "./point";

/** Every measurement with the planner's answer, for a file. */
export function pointTable(points: readonly Point[]): Table {
  return {
    id: "measurements",
    title: "Measurements and answers",
    columns: [
      { id: "id", label: "Id", kind: "text" },
      { id: "metric", label: "Metric", kind: "text" },
      { id: "unit", label: "Unit", kind: "text" },
      { id: "accelerator", label: "Accelerator", kind: "text" },
      { id: "engine", label: "Engine", kind: "text" },
      { id: "model", label: "Model", kind: "text" },
      { id: "setup", label: "Setup", kind: "text" },
      { id: "measured", label: "Measured", kind: "number", unitIn: "unit" },
      { id: "predicted", label: "Predicted", kind: "number", unitIn: "unit" },
      { id: "error", label: "Error", unit: "%", kind: "number" },
      { id: "source", label: "Source", kind: "text" },
    ],
    rows: points.map((point) => ({
      ...point,
      metric: point.metric,
      unit: METRIC_TEXT[point.metric].unit,
      error: 100 * errorOf(point),
    })),
  };
}
