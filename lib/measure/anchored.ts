import { groupsOf, installationOf } from "@/lib/accuracy/deployments";
import type { Measurement } from "@/lib/accuracy/measurement";
import type { PointRecords } from "@/lib/accuracy/operating-point";
import { type Answer, answerAll } from "@/lib/accuracy/predict";
import type { Names } from "@/lib/accuracy/question";
import type { Lookup } from "@/lib/engine";
import { evidenceOf, withEvidence } from "./correct";
import { runsOf } from "./run";

/**
 * Asks the planner every measurement of `rows`, corrected by the `anchors` of the same deployment. Rows of a
 * deployment without an anchor are answered as without any.
 */
export function answerAnchored(
  rows: readonly Measurement[],
  anchors: readonly Measurement[],
  lookup: Lookup,
  names: Names,
  records: PointRecords,
): Answer[] {
  const known = groupsOf(anchors, installationOf);
  const answers: Answer[] = [];
  for (const [deployment, positions] of groupsOf(rows, installationOf)) {
    const measured = (known.get(deployment) ?? []).map((at) => anchors[at] as Measurement);
    const evidence = evidenceOf(runsOf(measured, names, records), lookup);
    const asked = positions.map((at) => rows[at] as Measurement);
    const corrected = withEvidence(lookup, evidence, records);
    answerAll(asked, corrected, names).forEach((answer, index) => {
      answers[positions[index] as number] = answer;
    });
  }
  return answers;
}
