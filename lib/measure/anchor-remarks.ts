import { groupsOf, installationOf } from "@/lib/accuracy/deployments";
import type { Measurement } from "@/lib/accuracy/measurement";
import type { Answer } from "@/lib/accuracy/predict";
import { grouped } from "@/lib/units";

/** By judgement: no prediction is so far off. A thousand is what a unit makes, seconds for milliseconds. */
const FARTHEST = 100;

/** Measurements that no engine comes near, whose unit is likely another than the metric's. */
export const strangeValues = (answers: readonly Answer[]): string[] =>
  answers.flatMap(({ row: { id, metric, value }, predicted }) => {
    const times = predicted === null ? 1 : Math.max(predicted / value, value / predicted);
    if (times < FARTHEST) return [];
    const far = `${grouped(Math.round(times))} times ${predicted !== null && predicted > value ? "under" : "over"}`;
    return [
      `${id}: value: ${value} of ${metric} is ${far} the predicted ${predicted?.toPrecision(SIGNIFICANT)}: is it in the metric's unit?`,
    ];
  });
const SIGNIFICANT = 3;

/** What a reader of corrected predictions should know of the anchors: that they say nothing, or say everything. */
export function anchorRemarks(rows: readonly Measurement[], anchors: readonly Measurement[]): string[] {
  const measured = groupsOf(anchors, installationOf);
  const corrected = rows.filter((row) => measured.has(installationOf(row))).length;
  const known = new Set(anchors.map((row) => JSON.stringify(row)));
  const same = rows.filter((row) => known.has(JSON.stringify(row))).length;
  return [
    ...(corrected === 0
      ? [
          "no row is of a deployment (accelerator, engine, version, model, format) of the anchors: nothing is corrected",
        ]
      : []),
    ...(same > 0
      ? [
          `${same} of ${rows.length} rows are anchors themselves: what is predicted of them is what was measured`,
        ]
      : []),
  ];
}
