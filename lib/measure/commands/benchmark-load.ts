import type { ToServe } from "./to-serve";

/** One point to measure: requests in flight at one replica, and how many are sent. */
export interface BenchmarkLoad {
  readonly inFlight: number;
  readonly requests: number;
  readonly warmUp: number;
  /** Seconds that the measured part takes by the estimate; undefined where it has no answer. */
  readonly seconds: number | undefined;
}

/** By judgement: a point lasts so long and each place is used so often, so that the start and the end weigh little. */
const LEAST_SECONDS = 120;
const LEAST_WAVES = 6;
const MOST_REQUESTS = 20_000;

/** The points that benchmark one replica of a plan, from few requests in flight to many. */
export const benchmarkLoads = ({ loads, latencies }: ToServe): BenchmarkLoad[] =>
  loads.map((load, index) => {
    const inFlight = Math.max(1, Math.round(load));
    const latency = latencies[index];
    const long = latency === undefined ? 0 : Math.ceil((LEAST_SECONDS * inFlight) / latency);
    const requests = Math.min(MOST_REQUESTS, Math.max(LEAST_WAVES * inFlight, long));
    return {
      inFlight,
      requests,
      warmUp: Math.max(2, inFlight),
      seconds: latency === undefined ? undefined : (requests / inFlight) * latency,
    };
  });

/** Tokens that requests share and those that they do not, as benchmarks are told them. */
export function lengthsOf({ plan: { workload } }: Pick<ToServe, "plan">) {
  const input = Math.max(1, Math.round(workload.inputTokens));
  const prefix = Math.min(input - 1, Math.round(input * workload.cachedPrefix));
  return { input, prefix, own: input - prefix, output: Math.max(1, Math.round(workload.outputTokens)) };
}

/** What benchmarks are not told of a plan's requests. */
export function unsaidOfRequests({ plan: { workload, traffic, serving } }: Pick<ToServe, "plan">): string[] {
  return [
    ...(workload.inputSpread > 0 || workload.outputSpread > 0
      ? [
          "Every request has the plan's mean lengths, by which measurements are compared: its spread of lengths is left out.",
        ]
      : []),
    ...(serving.adapters === undefined ? [] : ["Every request asks for the model itself, not an adapter."]),
    ...(traffic.turns > 1 ? [`Conversations of ${traffic.turns} turns are asked as single requests.`] : []),
    ...(serving.prefixCache === "off"
      ? []
      : ["Repeat a run with another seed, or on a fresh server: the prefix cache still holds its prompts."]),
  ];
}
