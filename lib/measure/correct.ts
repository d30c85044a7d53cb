import { distanceOf } from "@/lib/accuracy/nearest";
import { type OperatingPoint, operatingPointOf, type PointRecords } from "@/lib/accuracy/operating-point";
import type { Anchor, Lookup } from "@/lib/engine";
import { type Factors, factorsOf } from "./factors";
import { labelOf, type MeasuredRun, ranAlike } from "./run";

/** A run with what it says against the prediction. */
export interface Evidence {
  readonly run: MeasuredRun;
  readonly factors: Factors;
}

/** What runs say against the prediction of `lookup`; those the engine does not answer say nothing. */
export const evidenceOf = (runs: readonly MeasuredRun[], lookup: Lookup): Evidence[] =>
  runs.flatMap((run) => {
    const factors = factorsOf(run, lookup);
    return factors ? [{ run, factors }] : [];
  });

/** Runs that correct one plan; the farthest of more would not move it, and each takes time. */
const MOST_ANCHORS = 12;

const ranAt = ({ model, accelerator, engine }: OperatingPoint) => ({
  model: model.id,
  accelerator: accelerator.id,
  engine,
});

/** The records of `lookup`, with plans corrected by the nearest of what was measured of the same deployment. */
export function withEvidence(lookup: Lookup, evidence: readonly Evidence[], records: PointRecords): Lookup {
  if (evidence.length === 0) return lookup;
  return {
    ...lookup,
    anchors: (plan) => {
      const at = operatingPointOf(plan, records);
      if (!at) return [];
      return evidence
        .filter(({ run }) => ranAlike(ranAt(at), ranAt(run.point)))
        .map((each) => ({ ...each, near: distanceOf(at, each.run.point) }))
        .sort((a, b) => a.near - b.near)
        .slice(0, MOST_ANCHORS)
        .map(({ run, factors }) => anchorOf(at, run, factors));
    },
  };
}

function anchorOf(plan: OperatingPoint, run: MeasuredRun, factors: Factors): Anchor {
  const { source } = run.rows[0] ?? {};
  return {
    label: labelOf(run),
    // The load is a distance that the formulas count: it changes while a plan stays.
    apart: distanceOf({ ...plan, batch: null }, run.point),
    batch: run.point.batch ?? 0,
    ...factors,
    origin: { kind: "user", text: [labelOf(run), source].filter(Boolean).join(" · ") },
  };
}
