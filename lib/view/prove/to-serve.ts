import { type Estimate, estimate as estimateScenario, type Lookup } from "@/lib/engine";
import type { ToServe } from "@/lib/measure/commands/to-serve";
import { type Point, pointsOf } from "@/lib/measure/points";
import { atOperation, planOf } from "@/lib/scenario/plan";
import type { Scenario } from "@/lib/scenario/schema";

/** What a plan's option is started and measured with. */
export interface ServedOption {
  readonly asked: ToServe;
  readonly points: readonly Point[];
  readonly replicas: number;
}

/** An option that runs, at its operating point; undefined for others. */
export function runningPlan({ options, scenario }: Estimate, index: number) {
  const option = options[index];
  if (!option?.verdict.feasible) return undefined;
  const asked = planOf(scenario, index);
  return { option, plan: option.operation ? atOperation(asked, option.operation.patch) : asked };
}

/** The loads to measure of an option; none where it does not run. */
export function measurePoints(estimate: Estimate, index: number): readonly Point[] {
  const running = runningPlan(estimate, index);
  if (!running) return [];
  const { option, plan } = running;
  const { batchCapacity } = option.figures;
  const offline = plan.serving.batching === "offline";
  const batch =
    offline && batchCapacity !== undefined ? Math.min(batchCapacity, MOST_OFFLINE) : plan.workload.batch;
  return pointsOf({ batch, good: option.goodput?.batch, capacity: batchCapacity });
}

/** An option at its operating point with the loads to measure; undefined where a record is missing or it does not run. */
export function servedOption(estimate: Estimate, index: number, lookup: Lookup): ServedOption | undefined {
  const running = runningPlan(estimate, index);
  if (!running) return undefined;
  const { option, plan } = running;
  const model = lookup.model(plan.workload.model);
  const accelerator = lookup.accelerator(plan.option.accelerator);
  const weights = lookup.format(plan.serving.weights);
  const kvCache = lookup.format(plan.serving.kvCache);
  if (!model || !accelerator || !weights || !kvCache) return undefined;
  const points = measurePoints(estimate, index);
  const { id, name, vendor, kind, link } = accelerator;
  const drafting =
    plan.serving.speculation === "draft" ? lookup.model(plan.serving.draftModel ?? "") : undefined;
  return {
    points,
    replicas: option.operation?.replicas ?? plan.option.replicas ?? 1,
    asked: {
      plan,
      model,
      ...(drafting ? { draft: drafting } : {}),
      accelerator: { id, name, vendor, kind, domain: link?.domain },
      weights,
      kvCache,
      loads: points.map(({ inFlight }) => inFlight),
      latencies: points.map(({ inFlight }) => latencyAt(estimate.scenario, index, inFlight, lookup)),
    },
  };
}

/** An offline run that fills any memory is measured with no more than engines take at a time. */
const MOST_OFFLINE = 1024;

/** Seconds that an answer of one replica takes with so many requests in flight; undefined where it does not fit. */
function latencyAt(scenario: Scenario, index: number, batch: number, lookup: Lookup): number | undefined {
  const option = scenario.options[index];
  if (!option) return undefined;
  const { batch: _own, ...rest } = option;
  const alone = {
    ...scenario,
    workload: { ...scenario.workload, batch },
    traffic: { ...scenario.traffic, load: "batch" as const },
    options: [{ ...rest, replicas: 1, prefillReplicas: 0 }],
  };
  return estimateScenario(alone, lookup).options[0]?.figures.requestLatency;
}
