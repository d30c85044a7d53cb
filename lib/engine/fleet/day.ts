import { parseUnit } from "@/lib/units";

const HOUR = parseUnit("h").factor;
const DAY = parseUnit("day").factor;

/** How the number of replicas follows the load. */
export interface Policy {
  /** Share of what a replica carries within the goals that is aimed at. */
  readonly target: number;
  /** Seconds that requests wait before replicas are added; without it they are added by the load that is seen. */
  readonly wait?: number;
  /** Fewest replicas; none, where the service may stop while nobody asks. */
  readonly least: number;
  /** Replicas beyond the need that are loaded and paid for, ready to take requests at once. */
  readonly warm: number;
  /** As many as are let together where so many are taken; the same where each is let alone. */
  readonly whole?: (replicas: number) => number;
  /** Seconds from asking for a replica to its first request. */
  readonly start: number;
}

/** What one replica carries within the goals, and at all, in requests per second. */
export interface Carries {
  readonly good: number;
  readonly most: number;
}

/** An hour of a fleet's day. */
export interface FleetHour {
  readonly hour: number;
  /** Requests per second on average. */
  readonly rate: number;
  /** Replicas paid for on average, those that start or stand by included. */
  readonly replicas: number;
  /** Share of its requests that the goals cannot be kept for. */
  readonly late: number;
}

/** A day of a fleet. */
export interface FleetDay {
  readonly hours: readonly FleetHour[];
  /** Hours that are paid for, over all replicas. */
  readonly replicaHours: number;
  readonly requests: number;
  /** Requests that come when replicas are too few for the goals, or behind others that wait. */
  readonly late: number;
}

/** By judgement: seconds between two looks at the load. */
const STEP = 10;
/** By definition: seconds for which Kubernetes' autoscaler keeps the most that it found needed. */
const KEPT = 300;

/**
 * Follows a fleet through a day, the second of two equal ones, so that it begins as the day before ended. The load is a
 * flow without chance and replicas are alike: requests beyond what those that are ready carry within the goals are late,
 * and those beyond what they carry at all wait. What is no longer needed stops when five minutes did not need it.
 */
export function scaledDay(rate: (second: number) => number, carries: Carries, policy: Policy): FleetDay {
  const looks = DAY / STEP;
  const delay = Math.ceil(policy.start / STEP);
  /** Replicas that will be ready at a look, and what the last looks found needed. */
  const arriving = new Float64Array(2 * looks + delay + 1);
  const needed = new Float64Array(KEPT / STEP);
  const hours = Array.from({ length: DAY / HOUR }, () => ({ requests: 0, paid: 0, late: 0 }));
  const { whole = (replicas: number) => replicas } = policy;
  let ready = whole(policy.least + policy.warm);
  let starting = 0;
  let waiting = 0;
  for (let look = 0; look < 2 * looks; look++) {
    const second = (look % looks) * STEP;
    const come = rate(second) * STEP;
    const now = neededFor(come / STEP, waiting, ready + starting - policy.warm, carries, policy);
    needed[look % needed.length] = now;
    const more = Math.max(0, whole(now + policy.warm) - ready - starting);
    starting += more;
    arriving[look + delay] = (arriving[look + delay] as number) + more;
    starting -= arriving[look] as number;
    ready += arriving[look] as number;
    ready = Math.max(0, Math.min(ready, whole(Math.max(...needed) + policy.warm) - starting));
    const room = Math.max(0, ready * carries.good * STEP - waiting);
    const late = Math.max(0, come - room);
    waiting = Math.max(0, waiting + come - ready * carries.most * STEP);
    if (look < looks) continue;
    const hour = hours[Math.floor(second / HOUR)] as (typeof hours)[number];
    hour.requests += come;
    hour.late += late;
    hour.paid += (ready + starting) * (STEP / HOUR);
  }
  return dayOf(hours);
}

/** A day of a fleet of always as many. */
export const fixedDay = (rate: (second: number) => number, carries: Carries, replicas: number): FleetDay =>
  scaledDay(rate, carries, {
    target: Number.MAX_VALUE,
    least: replicas,
    warm: 0,
    start: 0,
  });

function neededFor(
  rate: number,
  waiting: number,
  running: number,
  { good, most }: Carries,
  { wait, target, least, start }: Policy,
): number {
  const byLoad = Math.ceil(rate / (good * target) - ROUNDING);
  if (wait === undefined) return Math.max(least, byLoad);
  // What waits is to be gone by the time that a replica needs to start.
  const tooLong = waiting > wait * running * most;
  const further = tooLong ? Math.ceil(waiting / (most * Math.max(start, STEP))) : 0;
  return Math.max(least, Math.min(running, byLoad) + further);
}

/** By judgement: what may be lost in arithmetic before a replica more is needed. */
const ROUNDING = 1e-9;

function dayOf(hours: readonly { requests: number; paid: number; late: number }[]): FleetDay {
  const sum = (of: "requests" | "paid" | "late") => hours.reduce((total, hour) => total + hour[of], 0);
  return {
    hours: hours.map(({ requests, paid, late }, hour) => ({
      hour,
      rate: requests / HOUR,
      replicas: paid,
      late: requests > 0 ? late / requests : 0,
    })),
    replicaHours: sum("paid"),
    requests: sum("requests"),
    late: sum("late"),
  };
}
