import { fields } from "@/lib/scenario/fields";
import type { OptionPatch } from "@/lib/scenario/patch";
import { changedPlan, type Plan } from "@/lib/scenario/plan";
import type { Loaded } from "../bind";
import type { Lookup } from "../deployment";
import { load, memoryVerdict } from "../feasibility";
import { busyShare } from "../formulas/demand";
import { inBatches, isOffline } from "../load";
import { type Percentiles, percentilesOf, type RequestTimes, requestTimes, type Trace } from "../simulate";
import { isRefused, type Result } from "../verdict";
import { between, fewestBeyond } from "./fewest";
import { type Goal, goalsOf, type Missing, missed } from "./goals";
import { nodeSize, wholeNodes } from "./nodes";
import { largest, type ServiceCurve, serviceCurve } from "./service-curve";
import { type Simulated, simulator } from "./simulator";

/** A plan's own operating point under the traffic that is asked of it. */
export interface Sized {
  /**
   * What has to change in the plan's option so that `estimate` gives the figures of that point: replicas, requests in
   * flight on each at the peak, and the share of the paid time that is used.
   */
  readonly patch: OptionPatch;
  /** What a person had fixed, and which therefore stays. */
  readonly pinned: readonly ("batch" | "replicas")[];
  /** Requests per second of the whole service, in the busiest hour and while requests come; none where a batch is asked for. */
  readonly demand?: { readonly peak: number; readonly mean: number };
  readonly replicas: number;
  /**
   * Replicas that the peak needs, with the headroom and before they are rounded up and spare ones and whole nodes come on top:
   * of so many times the traffic it is as many times this. None where a batch is asked for, or they were fixed.
   */
  readonly need?: number;
  /** Accelerators that are let together, wherever `need` is said; zero where places of one are. */
  readonly node?: number;
  /** Of one replica, in requests per second: what it has in the busiest hour, can keep the goals with, and can serve at all. */
  readonly rate: number;
  readonly goodRate: number;
  readonly mostRate: number;
  /** Simulated at the peak, with the error that comes of simulating so few requests; absent where nobody asked for them. */
  readonly percentiles?: Percentiles;
  /** The times of each simulated request, only for those that ask: thousands of numbers that nobody keeps. */
  readonly times?: RequestTimes;
  readonly goals: readonly Goal[];
  /** What is not kept, and how far from it. */
  readonly missing: readonly Missing[];
  readonly keeps: boolean;
}

/** How a plan is sized. Without simulation every goal is taken to be for the mean, which percentiles are worse than. */
export interface Sizing {
  readonly simulate?: boolean;
  readonly seed?: number;
  /** Whether the times of each simulated request are wanted too. */
  readonly keepTimes?: boolean;
}

/**
 * Finds how many replicas a plan needs for its traffic in the busiest hour, at which load they then run, and whether
 * that keeps its goals. A replica carries the largest load that keeps them, less the headroom; spare replicas and whole
 * nodes come on top and share the load. Goals that not even the lightest load keeps do not drive the number up. For a
 * plan that cannot run, the reason. Throws UnknownRecord for an id that does not exist.
 */
export function sized(plan: Plan, lookup: Lookup, sizing: Sizing = {}): Result<Sized> {
  const { simulate = true, seed = 1, keepTimes = false } = sizing;
  const { option } = plan;
  const pools = option.prefillReplicas / (option.replicas ?? 1);
  const replica = load(changedPlan(plan, { replicas: 1, prefillReplicas: pools }), lookup);
  if (isRefused(replica)) return replica;
  const verdict = memoryVerdict(replica);
  if (!verdict.feasible) return verdict;
  const curve = serviceCurve(replica);
  const most = cap(plan, curve, replica);
  const simulated = simulate && !isOffline(replica.load) ? simulator(replica, most, seed) : undefined;
  return plan.traffic.load === "batch"
    ? atBatch(plan, curve, simulated)
    : forTraffic(plan, lookup, replica, curve, most, pools, simulated, keepTimes);
}

/** Most requests in flight on a replica: what memory holds, or what a person allows or batches are made of. */
const cap = (plan: Plan, { most }: ServiceCurve, { load }: Loaded): number =>
  plan.option.batch === undefined && !inBatches(load) ? most : Math.min(most, plan.workload.batch);

/** A batch that is asked for is the operating point; the percentiles are those of as many people who ask without a pause. */
function atBatch(plan: Plan, curve: ServiceCurve, simulated: Simulated | undefined): Sized {
  const point = curve.at(plan.workload.batch);
  const goals = goalsOf(plan);
  const percentiles = simulated?.closed(plan.workload.batch, point.answer);
  const missing = missed(goals, ({ of, at }) => percentiles?.[of][at].value ?? point[of]);
  const replicas = plan.option.replicas ?? 1;
  const { rate } = point;
  return {
    patch: { replicas },
    pinned: plan.option.replicas === undefined ? ["batch"] : ["batch", "replicas"],
    replicas,
    rate,
    goodRate: rate,
    mostRate: curve.at(curve.most).rate,
    ...(percentiles ? { percentiles } : {}),
    goals,
    missing,
    keeps: missing.length === 0,
  };
}

function forTraffic(
  plan: Plan,
  lookup: Lookup,
  replica: Loaded,
  curve: ServiceCurve,
  most: number,
  pools: number,
  simulated: Simulated | undefined,
  keepTimes: boolean,
): Sized {
  const { option, traffic, goals: asked } = plan;
  const goals = goalsOf(plan);
  const mostRate = simulated?.mostRate ?? curve.at(most).rate;
  const runs = new Map<number, Run>();
  const runOf = (replicas: number): Run => {
    const run = runs.get(replicas) ?? runAt(replicas, goals, curve, most, mostRate, simulated);
    runs.set(replicas, run);
    return run;
  };
  const counted = (need: number) =>
    wholeNodes(plan, lookup, Math.max(1, Math.ceil(need - ROUNDING)) + asked.spare, 1 + pools);
  const batchFor = (rate: number) => largest(1, most, (batch) => curve.at(batch).rate <= rate) || 1;
  const needAt = (rate: number) => curve.at(batchFor(rate)).demand / rate;
  const lonely = Math.min(MOST_REPLICAS - asked.spare, Math.ceil(needAt(LONELY * mostRate)));
  /** Replicas for the peak that keep those of the goals that any number of replicas keeps. */
  const fleetFor = (wanted: readonly Goal[]): Fleet => {
    const goodRate = simulated
      ? simulated.largestRate(wanted, option.replicas ?? Math.ceil(curve.at(most).demand / mostRate))
      : curve.at(largest(1, most, (batch) => keepsMeans(wanted, curve, batch)) || most).rate;
    const need = needAt(goodRate * (1 - asked.headroom));
    const first = Math.max(1, Math.ceil(need - ROUNDING));
    const late = (count: number) => wanted.filter((goal) => isMissed(goal, runOf(counted(count))));
    if (option.replicas !== undefined || !simulated || late(first).length === 0) return { need, goodRate };
    const keeps = (count: number) => late(count).length === 0;
    const count = fewestBeyond(first, lonely, keeps, inBatches(replica.load));
    if (count === undefined) {
      const never = late(Math.max(first, lonely));
      return never.length === 0
        ? { need, goodRate }
        : fleetFor(wanted.filter((goal) => !never.includes(goal)));
    }
    const [good, bad] = [runOf(counted(count)).rate, runOf(counted(count - 1)).rate];
    const rate = between(good, bad, (load) => {
      const times = percentilesOf(simulated.open(load, counted(count)));
      return missed(wanted, ({ of, at }) => times[of][at].value).length === 0;
    });
    const exact = needAt(rate) - asked.spare;
    return {
      need: counted(exact) === counted(count) ? exact : count,
      goodRate: Math.min(goodRate, rate),
    };
  };
  const { need, goodRate } = fleetFor(goals);
  const replicas = option.replicas ?? counted(need);
  const { found, demand, rate, trace, percentiles, missed: late } = runOf(replicas);
  const batch = option.batch ?? found;
  const point = curve.at(batch);
  const served = replicas * mostRate;
  const missing = [...late];
  if (served < demand * (1 - ROUNDING))
    missing.push({ of: "rate", at: "mean", most: demand, reached: served, times: demand / served });
  const mean = demand / traffic.peakToMean;
  const busy = replica.image.value(busyShare);
  const utilisation = Math.min(1, mean / (replicas * point.rate)) * busy;
  return {
    patch: {
      replicas,
      ...(pools > 0 ? { prefillReplicas: Math.ceil(replicas * pools - ROUNDING) } : {}),
      batch,
      utilisation,
    },
    pinned: [
      ...(option.batch === undefined ? [] : (["batch"] as const)),
      ...(option.replicas === undefined ? [] : (["replicas"] as const)),
    ],
    demand: { peak: demand, mean },
    replicas,
    ...(option.replicas === undefined ? { need, node: nodeSize(plan, lookup) } : {}),
    rate,
    goodRate,
    mostRate,
    ...(percentiles ? { percentiles } : {}),
    ...(trace && keepTimes ? { times: requestTimes(trace) } : {}),
    goals,
    missing,
    keeps: missing.length === 0,
  };
}

/** Replicas that the peak needs, before they are rounded up, and what each of them keeps the goals up to, requests per second. */
interface Fleet {
  readonly need: number;
  readonly goodRate: number;
}

const isMissed = ({ of, at }: Goal, { missed }: Run): boolean =>
  missed.some((late) => late.of === of && late.at === at);

/** What becomes of the peak with so many replicas. */
interface Run {
  /** Requests in flight on each, and what is then asked of all and comes to each, requests per second. */
  readonly found: number;
  readonly demand: number;
  readonly rate: number;
  readonly trace?: Trace | undefined;
  readonly percentiles?: Percentiles | undefined;
  readonly missed: readonly Missing[];
}

function runAt(
  replicas: number,
  goals: readonly Goal[],
  curve: ServiceCurve,
  most: number,
  mostRate: number,
  simulated: Simulated | undefined,
): Run {
  const found = largest(1, most, (batch) => curve.at(batch).rate * replicas <= curve.at(batch).demand) || 1;
  const { demand } = curve.at(found);
  const rate = Math.min(demand / replicas, mostRate);
  const trace = simulated?.open(rate, replicas);
  const percentiles = trace && percentilesOf(trace);
  const late = missed(goals, ({ of, at }) => percentiles?.[of][at].value ?? curve.at(found)[of]);
  return { found, demand, rate, trace, percentiles, missed: late };
}

/** By judgement: the share of what a replica can serve at which its requests hardly meet. */
const LONELY = 1e-3;
const MOST_REPLICAS = fields["options.replicas"].max;
/** By judgement: what may be lost in arithmetic before a replica more is needed. */
const ROUNDING = 1e-6;

const keepsMeans = (goals: readonly Goal[], curve: ServiceCurve, batch: number): boolean => {
  const reachable = goals.filter(({ of, most }) => curve.at(1)[of] <= most);
  return reachable.every(({ of, most }) => curve.at(batch)[of] <= most);
};
