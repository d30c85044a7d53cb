import type { Metric } from "@/lib/accuracy/measurement";
import type { Nearest } from "@/lib/accuracy/nearest";
import { engineName, setupOf } from "./point";

/** The nearest measurement as the API answers it: values in the metric's own unit. */
export type NearestAnswer = {
  id: string;
  metric: Metric;
  split: string;
  accelerator: string;
  model: string;
  engine: string;
  setup: string;
  measured: number;
  predicted: number;
  distance: number;
  reach: Nearest["reach"];
  /** How it differs from the option, the measured value first. */
  words: string;
  source: string;
};

export function nearestAnswer(nearest: Nearest): NearestAnswer {
  const { row, measured, predicted, distance, reach, words } = nearest;
  return {
    id: row.id,
    metric: row.metric,
    split: row.split,
    accelerator: row.accelerator,
    model: row.model,
    engine: engineName(row.engine),
    setup: setupOf(row),
    measured,
    predicted,
    distance,
    reach,
    words,
    source: row.source,
  };
}
