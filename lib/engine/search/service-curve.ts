import { applyLoad, type Loaded } from "../bind";
import { peakDemand } from "../formulas/demand";
import { batchCapacity } from "../formulas/memory";
import { requestLatency, requestRate, tpot, ttft } from "../formulas/serving";
import { withTraffic } from "../load";
import { besideSearch } from "../quantities";
import { settle } from "./steady-state";

/** What a replica does with so many requests in flight, and what is then asked of the whole service. */
export interface ServicePoint {
  /** Requests in flight. */
  readonly batch: number;
  /** Requests per second that it finishes. */
  readonly rate: number;
  readonly ttft: number;
  readonly tpot: number;
  readonly answer: number;
  /** Requests per second in the busiest hour, of all; users who wait longer ask less often. */
  readonly demand: number;
}

/** What a plan of one replica does at any load. */
export interface ServiceCurve {
  /** At so many requests in flight, which need not be a whole number. */
  at(batch: number): ServicePoint;
  /** Most requests in flight that are any use: what memory holds. */
  readonly most: number;
}

const WANTED = besideSearch([requestRate, ttft, tpot, requestLatency, peakDemand, batchCapacity]);

/** The service curve of a plan with one replica that is loaded. Points are solved when they are asked for, and kept. */
export function serviceCurve(loaded: Loaded): ServiceCurve {
  const image = loaded.image.copy(WANTED);
  const { load } = loaded;
  const known = new Map<number, ServicePoint>();
  return {
    most: Math.max(1, image.value(batchCapacity)),
    at(batch) {
      const found = known.get(batch);
      if (found) return found;
      settle(applyLoad({ ...loaded, image }, withTraffic(load, { batch })));
      const point = {
        batch,
        rate: image.value(requestRate),
        ttft: image.value(ttft),
        tpot: image.value(tpot),
        answer: image.value(requestLatency),
        demand: image.value(peakDemand),
      };
      known.set(batch, point);
      return point;
    },
  };
}

/** By judgement: relative width at which a load counts as found. */
const CLOSE = 1e-6;

/**
 * The largest load from `least` on for which `holds`, which must hold for all below one that it holds for; zero where it
 * does not hold at the least.
 */
export function largest(least: number, most: number, holds: (load: number) => boolean): number {
  if (!holds(least)) return 0;
  if (holds(most)) return most;
  let good = least;
  let bad = most;
  while (bad / good > 1 + CLOSE) {
    const middle = Math.sqrt(good * bad);
    if (holds(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
