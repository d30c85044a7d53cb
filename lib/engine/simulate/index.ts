import { runApart } from "./apart";
import { runBatches } from "./batches";
import { runContinuous } from "./continuous";
import { type Arrivals, drawArrivals, drawLengths, drawSteps, type Lengths } from "./draw";
import { Random } from "./random";
import type { Requests, Server, Trace } from "./server";

export {
  type Percentiles,
  percentilesOf,
  type RequestTimes,
  requestTimes,
  SHARE,
  type Statistic,
  statisticOf,
  type Timed,
  timesOf,
  within,
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
export const simulate = (server: Server, traffic: Traffic, run: Run): Trace =>
  simulation(server, traffic, run)(traffic.arrivals);

/** The same for many arrivals of the same requests, which are drawn once. */
export function simulation(
  server: Server,
  { cached, ...traffic }: Omit<Traffic, "arrivals">,
  { requests, seed }: Run,
): (arrivals: Traffic["arrivals"]) => Trace {
  const input = drawLengths(new Random(seed), requests, traffic.input);
  const output = drawLengths(new Random(seed + 1), requests, traffic.output);
  const steps = drawSteps(new Random(seed + STEPS), output, server.gain);
  const come = new Map<string, Float64Array>();
  /** Arrival times of a stream: those of one request a second, drawn once, at another rate. */
  const times = ({ rate, burstiness }: Arrivals, stream: number): Float64Array => {
    const key = `${burstiness} ${stream}`;
    const unit = come.get(key) ?? drawArrivals(new Random(seed + stream), requests, { rate: 1, burstiness });
    come.set(key, unit);
    return unit.map((time) => time / rate);
  };
  const at = (arrival: Float64Array): Requests => ({ arrival, input, output, steps, cached });
  return (arrivals) => {
    if (!("rate" in arrivals)) {
      const { users, ramp } = arrivals;
      const first = Float64Array.from({ length: requests }, (_, id) =>
        id < users ? (ramp * id) / users : 0,
      );
      return run(server, { ...at(first), closed: arrivals });
    }
    const own = at(times(arrivals, ANSWERS));
    if (server.scheduling !== "apart") return run(server, own);
    const rate = arrivals.rate * (traffic.answeringPerPool ?? 1);
    return runApart(server, at(times({ ...arrivals, rate }, PROMPTS)), own);
  };
}

/**
 * By definition: what they add to the seed, after lengths: the arrivals at replicas that answer and at those for prompts,
 * and the steps of answers.
 */
const ANSWERS = 2;
const PROMPTS = 3;
const STEPS = 4;

const run = (server: Server, requests: Requests): Trace =>
  server.scheduling === "static" || server.scheduling === "dynamic"
    ? runBatches(server, requests)
    : runContinuous(server, requests);
