import { deploymentDistance, loadDistance, withLengths } from "@/lib/accuracy/distance";
import { type OperatingPoint, operatingPointOf, type PointRecords } from "@/lib/accuracy/operating-point";
import type { Model } from "@/lib/catalog/schema";
import type { Anchor, Lookup } from "@/lib/engine";
import type { Plan } from "@/lib/scenario/plan";
import { type Factors, factorsOf } from "./factors";
import { labelOf, type MeasuredRun, type Ran, sameRan, softwareRan } from "./run";

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

const ranBy = ({ workload, option, serving }: Plan) =>
  softwareRan({ model: workload.model, accelerator: option.accelerator, engine: serving.engine });

const ranAt = ({ model, accelerator, engine }: OperatingPoint) =>
  softwareRan({ model: model.id, accelerator: accelerator.id, engine });

/** A measurement beside a deployment that is asked at any lengths and load. */
interface Beside {
  readonly known: Known;
  readonly deployed: number;
}

/** A measurement as plans are corrected by it, wherever they lie. */
interface Known {
  readonly at: Ran;
  readonly point: OperatingPoint;
  readonly anchor: Omit<Anchor, "apart">;
}

/** The records of `lookup`, with plans corrected by the nearest of what was measured of the same deployment. */
export function withEvidence(lookup: Lookup, evidence: readonly Evidence[], records: PointRecords): Lookup {
  if (evidence.length === 0) return lookup;
  const every = evidence.map(({ run, factors }): Known => {
    const { point } = run;
    return { at: ranAt(point), point, anchor: { ...wordsOf(run), batch: point.batch ?? 0, ...factors } };
  });
  const counted = new WeakMap<Model, Count>();
  const parameters = (model: Model): Count => {
    const found = counted.get(model) ?? records.parameters(model);
    counted.set(model, found);
    return found;
  };
  const described = { ...records, parameters };
  const beside = (plan: Plan): readonly Beside[] => {
    const asked = ranBy(plan);
    const alike = every.filter(({ at }) => sameRan(asked, at));
    // A plan of another deployment is described for nothing, thousands of times in a search.
    const plain = alike.length > 0 && operatingPointOf(plan, described);
    if (!plain) return [];
    return alike.map((known) => ({ known, deployed: deploymentDistance(plain, known.point) }));
  };
  // One estimate asks for the same plan at one load after another, and a person for one length after another.
  let kept: readonly Kept[] = [];
  return {
    ...lookup,
    anchors: (plan) => {
      const known = kept.find(({ of }) => sameDeployment(of, plan));
      if (known) return nearest(known.all, plan);
      const all = beside(plan);
      kept = [{ of: plan, all }, ...kept.slice(0, MOST_KEPT - 1)];
      return nearest(all, plan);
    },
  };
}

interface Kept {
  readonly of: Plan;
  readonly all: readonly Beside[];
}

/** The measurements that lie nearest to a plan at its lengths and load, nearest first; of equally near ones the first. */
function nearest(all: readonly Beside[], { workload, serving }: Plan): readonly Anchor[] {
  if (all.length === 0) return NONE;
  const at = { batch: serving.batching === "offline" ? null : workload.batch };
  const found: { known: Known; apart: number; near: number }[] = [];
  for (const { known, deployed } of all) {
    const apart = withLengths(deployed, workload, known.point);
    const near = apart + loadDistance(at, known.point);
    let place = found.length;
    while (place > 0 && near < (found[place - 1]?.near ?? 0)) place--;
    if (place === MOST_ANCHORS) continue;
    found.splice(place, 0, { known, apart, near });
    found.length = Math.min(found.length, MOST_ANCHORS);
  }
  // The load is a distance that the formulas count: it changes while a plan stays.
  return found.map(({ known, apart }) => ({ ...known.anchor, apart }));
}

const NONE: readonly Anchor[] = [];
/** By judgement: deployments that an estimate goes back and forth between. */
const MOST_KEPT = 8;

/** Whether two plans agree in everything but lengths and load that the distance from a measurement hangs on. */
const sameDeployment = (one: Plan, other: Plan): boolean =>
  one.workload.model === other.workload.model &&
  one.option.accelerator === other.option.accelerator &&
  one.option.tp === other.option.tp &&
  one.option.pp === other.option.pp &&
  one.option.dp === other.option.dp &&
  one.serving.weights === other.serving.weights &&
  one.serving.kvCache === other.serving.kvCache &&
  one.serving.engine === other.serving.engine &&
  one.serving.batching === other.serving.batching;

type Count = ReturnType<PointRecords["parameters"]>;

function wordsOf(run: MeasuredRun): Pick<Anchor, "label" | "origin"> {
  const label = labelOf(run);
  const { source } = run.rows[0] ?? {};
  return { label, origin: { kind: "user", text: [label, source].filter(Boolean).join(" · ") } };
}
