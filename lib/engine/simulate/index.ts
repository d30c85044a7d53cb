import { runApart } from "./apart";
import { runBatches } from "./batches";
import { runContinuous } from "./continuous";
import { type Arrivals, drawArrivals, drawLengths, type Lengths } from "./draw";
import { Random } from "./random";
import type { Requests, Server, Trace } from "./server";

export {
  type Percentiles,
  percentilesOf,
  type Statistic,
  statisticOf,
  type Timed,
  timesOf,
} from "./percentiles";
export type { Server, Trace } from "./server";

/** The traffic of one replica. */
export interface Traffic {
  readonly input: Lengths;
  readonly output: Lengths;
  /** Share of a prompt that is in the cache already. */
  readonly cached: number;
  /**
   * Requests that come from outside; or people who ask again when they have their answer and thought about it, the
   * first time evenly within `ramp` seconds.
   */
  readonly arrivals: Arrivals | { readonly users: number; readonly think: number; readonly ramp: number };
  /** Replicas that answer for each that only processes prompts, where prompts are apart. */
  readonly answeringPerPool?: number;
}

/** By definition: what the arrivals at a pool of prompts add to the seed, after lengths and other arrivals. */
const POOL_STREAM = 3;

/** How long a run is and where its random numbers begin: the same run gives the same answer. */
export interface Run {
  readonly requests: number;
  readonly seed: number;
}

/**
 * Simulates the scheduler of one replica event by event, with lengths and arrivals drawn from the traffic's
 * distributions. All times are in seconds. Lengths come from one stream of random numbers and arrivals from another,
 * so that runs at different rates see the same requests.
 */
export function simulate(server: Server, traffic: Traffic, { requests, seed }: Run): Trace {
  const input = drawLengths(new Random(seed), requests, traffic.input);
  const output = drawLengths(new Random(seed + 1), requests, traffic.output);
  const { cached, arrivals } = traffic;
  const at = (times: Float64Array): Requests => ({ arrival: times, input, output, cached });
  if (!("rate" in arrivals)) {
    const { users, ramp } = arrivals;
    const come = Float64Array.from({ length: requests }, (_, id) => (id < users ? (ramp * id) / users : 0));
    return run(server, { ...at(come), closed: arrivals });
  }
  const come = drawArrivals(new Random(seed + 2), requests, arrivals);
  if (server.scheduling !== "apart") return run(server, at(come));
  const rate = arrivals.rate * (traffic.answeringPerPool ?? 1);
  const pooled = drawArrivals(new Random(seed + POOL_STREAM), requests, { ...arrivals, rate });
  return runApart(server, at(pooled), at(come));
}

const run = (server: Server, requests: Requests): Trace =>
  server.scheduling === "static" || server.scheduling === "dynamic"
    ? runBatches(server, requests)
    : runContinuous(server, requests);
