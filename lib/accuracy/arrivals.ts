import type { Scenario } from "@/lib/scenario";
import type { Measurement } from "./measurement";

/** Requests that came from outside in a measured run, and what the row says of their times. */
export interface Arrivals {
  /** Requests per second of the whole deployment. */
  readonly rate: number;
  /** Standard deviation of the time between two over its mean. */
  readonly burstiness: number;
  /** Requests of the run: its start and its end are among them. */
  readonly requests: number;
  readonly statistic: NonNullable<Measurement["statistic"]>;
}

/** Requests of a run whose table does not say: as many as benchmark clients send unless told. */
const REQUESTS = 300;

/**
 * How the requests of a row came; undefined where as many were in flight all the time. Rows of the older tables state
 * the rate in place of the requests in flight ("QPS=16"), and in their notes whether a time is a median.
 */
export function arrivalsOf(row: Measurement): Arrivals | undefined {
  const { request_rate, arrival, num_requests, notes, concurrency } = row;
  const stated = Number(/(\d+) prompts/.exec(notes)?.[1] ?? REQUESTS);
  const requests = num_requests ?? stated;
  const older = /^QPS=(\d+(?:\.\d+)?)$/.exec(concurrency)?.[1];
  if (older !== undefined)
    return { rate: Number(older), burstiness: 1, requests, statistic: /median/.test(notes) ? "p50" : "mean" };
  if (row.mode !== "open" || !request_rate) return undefined;
  // What benchmark clients call burstiness is the shape of a gamma distribution: 1 for Poisson, less in bursts.
  const shape = Number(/burstiness (\d+(?:\.\d+)?)/.exec(notes)?.[1] ?? 1);
  const burstiness = arrival === "constant" ? 0 : 1 / Math.sqrt(shape);
  return { rate: request_rate, burstiness, requests, statistic: row.statistic ?? "mean" };
}

/** Spreads of the lengths of data sets that tables name without them: those that rows of the same sets state. */
const SHAREGPT = { input: 1.1, output: 0.99 };
/** Synthetic sets of a hundred prompts, sent again and again: after the first of each all but the last token is cached. */
const REPEATED = 0.99;
/** Tokens of a step that vLLM's servers take unless told. */
const SERVER_CHUNK = 8192;
const SERVER_FRACTION = 0.9;

/** The question of a run with requests from outside: the same deployment under that traffic. */
export function underArrivals(scenario: Scenario, row: Measurement, arrivals: Arrivals): Scenario {
  const { dataset = "", notes } = row;
  const said = (pattern: RegExp) => Number(pattern.exec(notes)?.[1]) || undefined;
  const spreads = /sharegpt/i.test(dataset + notes) ? SHAREGPT : { input: 0, output: 0 };
  const most = said(/max_num_seqs (\d+)/);
  return {
    ...scenario,
    workload: {
      ...scenario.workload,
      inputSpread: row.isl_cv ?? spreads.input,
      outputSpread: row.osl_cv ?? spreads.output,
      cachedPrefix: /shared_prefix/.test(dataset) ? REPEATED : 0,
    },
    traffic: {
      ...scenario.traffic,
      load: "rate",
      requestRate: arrivals.rate,
      burstiness: arrivals.burstiness,
    },
    serving: {
      ...scenario.serving,
      batching: "continuous",
      chunkTokens: said(/max_num_batched_tokens (\d+)/) ?? SERVER_CHUNK,
      memoryFraction: said(/gpu_mem_util (\d\.\d+)/) ?? SERVER_FRACTION,
    },
    options: scenario.options.map((option) => ({
      ...option,
      ...(most === undefined ? {} : { batch: most }),
    })),
  };
}
