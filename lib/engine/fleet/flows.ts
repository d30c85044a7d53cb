import type { Part } from "@/lib/scenario/topology";
import { shareWithin } from "./profile";

/** What comes to a part of a topology, over all that is asked of the service. */
export interface Flow {
  /** Requests that come here first, when nobody is asked again: of the mean and of the busiest hour, while it serves. */
  readonly mean: number;
  readonly peak: number;
  /** Share of the time in which it serves. */
  readonly time: number;
  /** Requests that it is asked, over all new requests; and those of them that go on to the next part when answered. */
  readonly asked: number;
  readonly sentOn: number;
  /** Share of what it is asked that the part before had answered already. */
  readonly again: number;
}

/**
 * Follows the requests through the parts of a topology, in their order: first where they come, then what is asked again,
 * what comes above the machines, or what comes while they are taken away. Above the machines is counted hour by hour on
 * a day of this peak to mean; by chance, within the hour, requests wait.
 */
export function flowsOf(parts: readonly Part[], peakToMean: number): Flow[] {
  const said = parts.reduce((sum, { share = 0 }) => sum + share, 0);
  let came: Inflow = NOTHING;
  return parts.map(({ share = 0, escalated = 0, capacity = 1, away = 0 }) => {
    const direct = share / said;
    // Machines that only stand in for others are paid for that time; others are there anyway.
    const present = direct === 0 ? came.time : 1;
    const mean = direct + (came.mean * came.time) / present;
    const peak = direct + came.peak;
    const within = capacity < 1 ? shareWithin((peakToMean * peak) / mean, capacity) : 1;
    const flow = {
      mean: mean * within,
      peak: peak * capacity,
      time: present * (1 - away),
      asked: mean * within * present * (1 - away),
    };
    const again = flow.asked > 0 ? came.again / flow.asked : 0;
    came = onward({ mean, peak }, flow, { escalated, within, capacity, away, present });
    return { ...flow, sentOn: flow.asked * escalated, again };
  });
}

interface Inflow {
  readonly mean: number;
  readonly peak: number;
  /** Share of the time in which it comes. */
  readonly time: number;
  /** Those that were answered before, over all new requests. */
  readonly again: number;
}
const NOTHING: Inflow = { mean: 0, peak: 0, time: 1, again: 0 };

/** What goes on to the next part, in the one of three ways that the part has. */
function onward(
  whole: { readonly mean: number; readonly peak: number },
  flow: { readonly peak: number; readonly asked: number },
  part: Readonly<Record<"escalated" | "within" | "capacity" | "away" | "present", number>>,
): Inflow {
  const { escalated, within, capacity, away, present } = part;
  if (escalated > 0) {
    const again = flow.asked * escalated;
    return { mean: again, peak: flow.peak * escalated, time: 1, again };
  }
  if (capacity < 1)
    return {
      mean: whole.mean * (1 - within) * present,
      peak: whole.peak * (1 - capacity),
      time: 1,
      again: 0,
    };
  return away > 0 ? { ...whole, time: present * away, again: 0 } : NOTHING;
}
