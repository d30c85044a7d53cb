import type { Gain } from "./draw";
import type { StepTables } from "./step-times";

/** How the scheduler of a replica works, and what its memory and its steps allow. */
export interface Server {
  /** Continuous admits whenever there is room; batches run to their end; `apart` has its prompts done elsewhere. */
  readonly scheduling: "continuous" | "static" | "dynamic" | "apart";
  /** Most sequences at a time on one attention rank. */
  readonly most: number;
  /** Most prompt tokens of a step. */
  readonly chunk: number;
  /** Longest wait of a dynamic batch for others to join it, s. */
  readonly window: number;
  /** Pipeline stages: so many steps are under way at a time, each with its share of the sequences. */
  readonly stages: number;
  readonly cache: Cache;
  readonly times: StepTables;
  readonly gain: Gain;
  readonly firstToken: FirstToken;
}

/** What the keys and values of sequences take of one attention rank's memory. */
export interface Cache {
  /** Bytes that there are. */
  readonly budget: number;
  /** Bytes of a sequence, and of each token of its context. */
  readonly perSequence: number;
  readonly perToken: number;
  /**
   * Blocks are taken when they are needed and the last to come is put back when none is left; or the whole answer is
   * reserved on admission; or, without paging, the longest request that there may be.
   */
  readonly reserve: "nothing" | "answer" | "longest";
  /** Tokens of that longest request. */
  readonly longest: number;
}

/** What a first token waits for beside queue and steps: fitted constants of the serving stack. */
export interface FirstToken {
  /** Seconds to admit a request. */
  readonly request: number;
  /** Own prompt steps over what they take alone. */
  readonly stretch: number;
  /** Decode steps between admission and first token. */
  readonly depth: number;
  /** Decode steps until the piece is full in which it is sent, where answers are streamed in pieces. */
  readonly piece: number;
  /** Seconds to send a prompt's cache to the replica that answers, per token. */
  readonly transfer: number;
}

/** The requests of a run: when they come and how long they are, in tokens. */
export interface Requests {
  /** In order; of a closed loop only the first are known, the others come when an answer ends. */
  readonly arrival: Float64Array;
  readonly input: Float64Array;
  readonly output: Float64Array;
  /** Decode steps of each answer beside its first token. */
  readonly steps: Float64Array;
  /** Share of a prompt that is in the cache already. */
  readonly cached: number;
  /** People who ask again when they have their answer, and the seconds that they think; absent for open arrivals. */
  readonly closed?: { readonly users: number; readonly think: number };
}

/** What happened to each request, in seconds; not a number for one that the run did not finish. */
export interface Trace {
  readonly requests: Requests;
  /** From arrival to admission, to first token, to the last. */
  readonly queue: Float64Array;
  readonly first: Float64Array;
  readonly answer: Float64Array;
  /** Seconds that the run took, and of those with something to do. */
  span: number;
  busy: number;
  /** Seconds that sequences spent decoding, summed over them. */
  decoding: number;
  /** Times that a sequence lost its place to others. */
  preempted: number;
  finished: number;
}

/** An empty trace for those requests. */
export function traceOf(requests: Requests): Trace {
  const empty = () => new Float64Array(requests.arrival.length).fill(Number.NaN);
  return {
    requests,
    queue: empty(),
    first: empty(),
    answer: empty(),
    span: 0,
    busy: 0,
    decoding: 0,
    preempted: 0,
    finished: 0,
  };
}
