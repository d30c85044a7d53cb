import { groupsOf, installationOf } from "@/lib/accuracy/deployments";
import type { Measurement } from "@/lib/accuracy/measurement";
import type { PointRecords } from "@/lib/accuracy/operating-point";
import type { Names } from "@/lib/accuracy/question";
import { estimate, type Lookup } from "@/lib/engine";
import { evidenceOf, withEvidence } from "./correct";
import { runsOf } from "./run";

/** What was left out of a correction, and what the corrected plan said of it. */
export interface LeftOut {
  readonly metric: "tpot_ms" | "ttft_ms";
  /** Predicted over measured. */
  readonly ratio: number;
  /** Whether the range held it. */
  readonly held: boolean;
}

const FIGURES = { tpot_ms: "tpot", ttft_ms: "ttft" } as const;
const MILLISECONDS = 1000;
const isTime = (metric: string): metric is LeftOut["metric"] => metric in FIGURES;

/**
 * Corrects each deployment by so many of its runs at a server, drawn at random, and asks the corrected plan for others of
 * it: at most `most` of each, so that a sweep of seventy loads counts no more than a few runs. Deployments with fewer runs
 * than it takes say nothing.
 */
export function leaveOut(
  rows: readonly Measurement[],
  { points, most, random }: { points: number; most: number; random: () => number },
  lookup: Lookup,
  names: Names,
  records: PointRecords,
): LeftOut[] {
  const found: LeftOut[] = [];
  for (const positions of groupsOf(rows, installationOf).values()) {
    const measured = positions.map((at) => rows[at] as Measurement).filter(({ mode }) => mode === "server");
    const order = runsOf(measured, names, records)
      .filter(({ question }) => !question.arrivals)
      .map((run) => ({ run, at: random() }))
      .sort((a, b) => a.at - b.at)
      .map(({ run }) => run);
    if (order.length <= points) continue;
    const evidence = evidenceOf(order.slice(0, points), lookup);
    const corrected = withEvidence(lookup, evidence, records);
    for (const { rows: told, question } of order.slice(points, points + most)) {
      const [option] = estimate(question.scenario, corrected).options;
      for (const { metric, value } of told) {
        if (!isTime(metric)) continue;
        const [figure, range] = [option?.figures[FIGURES[metric]], option?.ranges[FIGURES[metric]]];
        if (figure === undefined || !range) continue;
        const seen = value / MILLISECONDS;
        found.push({ metric, ratio: figure / seen, held: seen >= range.low && seen <= range.high });
      }
    }
  }
  return found;
}
