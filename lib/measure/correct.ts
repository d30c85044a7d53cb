import { distanceOf, loadDistance } from "@/lib/accuracy/nearest";
import { type OperatingPoint, operatingPointOf, type PointRecords } from "@/lib/accuracy/operating-point";
import type { Model } from "@/lib/catalog/schema";
import type { Anchor, Lookup } from "@/lib/engine";
import type { Plan } from "@/lib/scenario/plan";
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
const MOST_ANCHORS = 4;

const ranBy = ({ workload, option, serving }: Plan) => ({
  model: workload.model,
  accelerator: option.accelerator,
  engine: serving.engine,
});

const ranAt = ({ model, accelerator, engine }: OperatingPoint) => ({
  model: model.id,
  accelerator: accelerator.id,
  engine,
});

/** The records of `lookup`, with plans corrected by the nearest of what was measured of the same deployment. */
export function withEvidence(lookup: Lookup, evidence: readonly Evidence[], records: PointRecords): Lookup {
  if (evidence.length === 0) return lookup;
  const known = evidence.map((each) => ({ ...each, words: wordsOf(each.run), at: ranAt(each.run.point) }));
  const counted = new WeakMap<Model, Count>();
  const parameters = (model: Model): Count => {
    const found = counted.get(model) ?? records.parameters(model);
    counted.set(model, found);
    return found;
  };
  const found = (plan: Plan): readonly Anchor[] => {
    const asked = ranBy(plan);
    const alike = known.filter(({ at }) => ranAlike(asked, at));
    // A plan of another deployment is described for nothing, thousands of times in a search.
    const plain = alike.length > 0 && operatingPointOf(plan, { ...records, parameters });
    if (!plain) return [];
    // The load is a distance that the formulas count: it changes while a plan stays.
    const anyLoad = { ...plain, batch: null };
    return alike
      .map((each) => {
        const apart = distanceOf(anyLoad, each.run.point);
        return { ...each, apart, near: apart + loadDistance(plain, each.run.point) };
      })
      .sort((a, b) => a.near - b.near)
      .slice(0, MOST_ANCHORS)
      .map(({ run, factors, words, apart }): Anchor => {
        const batch = run.point.batch ?? 0;
        return { label: words.label, apart, batch, ...factors, origin: words.origin };
      });
  };
  // One estimate asks for the same plan again and again: for its size, for what it keeps, for what it costs.
  const kept = new Map<string, readonly Anchor[]>();
  return {
    ...lookup,
    anchors: (plan) => {
      const key = keyOf(plan);
      const before = kept.get(key);
      if (before) return before;
      if (kept.size >= MOST_KEPT) kept.clear();
      const anchors = found(plan);
      kept.set(key, anchors);
      return anchors;
    },
  };
}

const MOST_KEPT = 64;

/** Everything of a plan that its distance from a measurement hangs on. */
function keyOf({ workload, serving, option }: Plan): string {
  const { model, inputTokens, outputTokens, batch } = workload;
  const { weights, kvCache, engine, batching } = serving;
  const { accelerator, tp, pp, dp } = option;
  return [
    model,
    inputTokens,
    outputTokens,
    batch,
    weights,
    kvCache,
    engine,
    batching,
    accelerator,
    tp,
    pp,
    dp,
  ].join("|");
}

type Count = ReturnType<PointRecords["parameters"]>;

function wordsOf(run: MeasuredRun): Pick<Anchor, "label" | "origin"> {
  const label = labelOf(run);
  const { source } = run.rows[0] ?? {};
  return { label, origin: { kind: "user", text: [label, source].filter(Boolean).join(" · ") } };
}
