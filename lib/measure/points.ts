/** A load of one replica to measure, and why. */
export interface Point {
  readonly inFlight: number;
  readonly why: string;
  /** Runs of it: where a verdict hangs on it, the spread of runs has to be seen. */
  readonly repeats: number;
}

/** What a plan's load lies between. */
export interface Loads {
  /** Requests in flight on one replica, by the plan. */
  readonly batch: number;
  /** The most that keeps the goals; absent without goals, zero where none does. */
  readonly good?: number | undefined;
  /** The most that the memory holds. */
  readonly capacity?: number | undefined;
}

/** By judgement. Runs that were repeated differ by 1 % at the median and by 15 % at the third quartile (physics of the field). */
const REPEATS = { decided: 3, other: 1 };
/** By judgement: loads nearer than this share are the same to a reader, and farther than this factor not the plan's. */
const ALIKE = 0.15;
const FAR = 8;
const BEYOND = 2;

/** The plan's own load as a benchmark can keep it: whole requests in flight on one replica. */
export const ownLoad = (batch: number): number => Math.max(1, Math.round(batch));

/**
 * The few loads that say most: one request alone, the plan's own, where its goals stop to hold, and where requests begin
 * to wait, beyond which the estimate is least sure. From few requests to many.
 */
export function pointsOf({ batch, good = 0, capacity = Number.POSITIVE_INFINITY }: Loads): Point[] {
  const own = ownLoad(batch);
  const edge = Math.min(Math.floor(capacity), own * BEYOND);
  const wanted: Point[] = [
    { inFlight: own, why: "the plan's own load, which it is bought for", repeats: REPEATS.decided },
    ...(good >= 1 && good <= own * FAR
      ? [{ inFlight: Math.round(good), why: "the goals stop to hold beyond it", repeats: REPEATS.decided }]
      : []),
    { inFlight: 1, why: "one request alone: what does not grow with the load", repeats: REPEATS.other },
    edge < own * BEYOND
      ? { inFlight: edge, why: "memory is full: beyond it requests wait", repeats: REPEATS.other }
      : { inFlight: edge, why: "twice the load, where waiting is least certain", repeats: REPEATS.other },
  ];
  const kept: Point[] = [];
  for (const point of wanted) {
    const near = kept.some(({ inFlight }) => Math.abs(Math.log(inFlight / point.inFlight)) < ALIKE);
    if (point.inFlight >= 1 && !near) kept.push(point);
  }
  return kept.sort((a, b) => a.inFlight - b.inFlight);
}
