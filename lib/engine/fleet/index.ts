import type { Plan } from "@/lib/scenario/plan";
import { filled } from "../search/nodes";
import type { Sized } from "../search/sizing";
import { type FleetDay, fixedDay, scaledDay } from "./day";
import { dayProfile } from "./profile";

export type { FleetDay, FleetHour } from "./day";

/** A day of a sized plan whose replicas follow the load, beside one of as many all day. */
export interface FleetDays {
  readonly fixed: FleetDay;
  readonly scaled: FleetDay;
  /** Replicas that are paid for on a day out of use. */
  readonly idle: number;
}

/** What of an option its day hangs on, beside its traffic and what was found for it. */
export interface Replica {
  /** From nothing to its first request, s. */
  readonly start: number;
  /** Accelerators that it pays for, those for prompts included. */
  readonly accelerators: number;
  /** Replicas beyond the need, at every load. */
  readonly spare: number;
}

/** By judgement: what scaling by what waits takes for room enough to stop a replica, where no target is said. */
const TARGET = 0.7;

/**
 * The day of a sized plan under the scaling that its traffic says; undefined where nothing scales or a batch is asked
 * for. Spare replicas stay beside what the load needs, and machines that are let together come and go together. `hours` is the load
 * of each hour of a published day over its mean, in place of one wave.
 */
export function fleetDays(
  traffic: Plan["traffic"],
  sized: Sized,
  { start, accelerators, spare }: Replica,
  hours?: readonly number[],
): FleetDays | undefined {
  const { scaleTarget, scaleWait, leastReplicas = 1, warmReplicas = 0 } = traffic;
  if ((scaleTarget ?? scaleWait) === undefined || !sized.demand) return undefined;
  const rate = dayProfile(traffic, sized.demand.peak, hours);
  const carries = { good: sized.goodRate, most: sized.mostRate };
  const warm = warmReplicas + spare;
  const whole = (replicas: number) => filled(replicas, accelerators, sized.node ?? 0);
  const policy = {
    target: scaleTarget ?? TARGET,
    ...(scaleWait === undefined ? {} : { wait: scaleWait }),
    least: leastReplicas,
    warm,
    start,
    whole,
  };
  return {
    fixed: fixedDay(rate, carries, sized.replicas),
    scaled: scaledDay(rate, carries, policy),
    idle: whole(leastReplicas + warm),
  };
}
