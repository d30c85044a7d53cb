import type { Plan } from "@/lib/scenario/plan";
import type { Sized } from "../search/sizing";
import { type FleetDay, fixedDay, scaledDay } from "./day";
import { dayProfile } from "./profile";

export type { FleetDay, FleetHour } from "./day";

/** A day of a sized plan whose replicas follow the load, beside one of as many all day. */
export interface FleetDays {
  readonly fixed: FleetDay;
  readonly scaled: FleetDay;
}

/** By judgement: what scaling by what waits takes for room enough to stop a replica, where no target is said. */
const TARGET = 0.7;

/**
 * The day of a sized plan under the scaling that its traffic says; undefined where nothing scales or a batch is asked
 * for. `start` is how long a replica takes from nothing to its first request, s; `hours` the load of each hour of a published
 * day over its mean, in place of one wave.
 */
export function fleetDays(
  traffic: Plan["traffic"],
  sized: Sized,
  start: number,
  hours?: readonly number[],
): FleetDays | undefined {
  const { scaleTarget, scaleWait, leastReplicas = 1, warmReplicas = 0 } = traffic;
  if ((scaleTarget ?? scaleWait) === undefined || !sized.demand) return undefined;
  const rate = dayProfile(traffic, sized.demand.peak, hours);
  const carries = { good: sized.goodRate, most: sized.mostRate };
  const policy = {
    target: scaleTarget ?? TARGET,
    ...(scaleWait === undefined ? {} : { wait: scaleWait }),
    least: leastReplicas,
    warm: warmReplicas,
    start,
  };
  return { fixed: fixedDay(rate, carries, sized.replicas), scaled: scaledDay(rate, carries, policy) };
}
