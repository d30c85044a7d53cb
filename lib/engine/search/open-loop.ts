import { changedPlan, type Plan } from "@/lib/scenario/plan";
import type { Lookup } from "../deployment";
import { load, memoryVerdict } from "../feasibility";
import { batchCapacity } from "../formulas/memory";
import { type Statistic, simulate, statisticOf, type Timed, type Trace, timesOf } from "../simulate";
import { serverOf } from "../simulate/server-of";
import { isRefused, type Result } from "../verdict";
import { burstinessOf, trafficOf } from "./simulator";
import { settle } from "./steady-state";

/** A run of so many requests that came at the traffic's rate. */
export interface OpenLoop {
  /** Seconds, or seconds per token, of all its requests, those that found it empty too. */
  time(of: Timed, statistic: Statistic): number;
  /** Output tokens per second of all replicas, from the first request to the end of the last. */
  readonly outputRate: number;
}

/** By judgement: runs whose statistics are averaged, so that what chance does to a short one averages out. */
const SEEDS = [1, 2, 3];
/** By judgement: a longer run says no more. */
const MOST_REQUESTS = 1200;
const ALL = { from: 0, to: 1 };

/**
 * Simulates a run of `requests` at the rate that the plan's traffic says, each replica with its share of them. For a
 * plan that cannot run, the reason. Throws UnknownRecord for an id that does not exist.
 */
export function openLoop(plan: Plan, lookup: Lookup, requests: number): Result<OpenLoop> {
  const replicas = plan.option.replicas ?? 1;
  const loaded = load(changedPlan(plan, { replicas: 1 }), lookup);
  if (isRefused(loaded)) return loaded;
  const verdict = memoryVerdict(loaded);
  if (!verdict.feasible) return verdict;
  settle(loaded);
  const ranks = loaded.deployment.layout.data;
  const room = loaded.image.value(batchCapacity);
  const most = Math.min(room, plan.option.batch ?? room) / ranks;
  const server = serverOf(loaded, most);
  const traffic = trafficOf(loaded);
  const arrivals = {
    rate: plan.traffic.requestRate / replicas / ranks,
    burstiness: burstinessOf(loaded, replicas),
  };
  const length = Math.max(1, Math.min(MOST_REQUESTS, Math.ceil(requests / replicas / ranks)));
  const runs = SEEDS.map((seed) => simulate(server, { ...traffic, arrivals }, { requests: length, seed }));
  const mean = (of: (trace: Trace) => number) =>
    runs.reduce((sum, trace) => sum + of(trace), 0) / runs.length;
  return {
    time: (of, statistic) => mean((trace) => statisticOf(timesOf(trace, of, ALL), statistic)),
    outputRate:
      replicas * ranks * mean(({ requests: { output }, span }) => output.reduce((a, b) => a + b, 0) / span),
  };
}
