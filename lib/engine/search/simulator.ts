import { applyLoad, type Loaded } from "../bind";
import { replicaBurstiness } from "../formulas/demand";
import { inputTokens } from "../formulas/lengths";
import { newTokens } from "../formulas/load";
import * as q from "../inputs";
import {
  type Percentiles,
  percentilesOf,
  simulation,
  type Trace,
  type Traffic,
  timesOf,
  within,
} from "../simulate";
import { serverOf } from "../simulate/server-of";
import type { Goal } from "./goals";

/** A replica of a plan that can be simulated at any load. */
export interface Simulated {
  /** Requests per second that it finishes when more wait than it has room for. */
  readonly mostRate: number;
  /** The largest rate of requests of one of so many replicas that keeps the goals, of those that the lightest load keeps. */
  largestRate(goals: readonly Goal[], replicas: number): number;
  /** What becomes of requests that come from outside at a rate, at one of so many replicas. */
  open(rate: number, replicas: number): Trace;
  /** Times of so many people who ask again as soon as they are answered; `answer` is about how long that takes. */
  closed(users: number, answer: number): Percentiles;
}

/** By judgement: requests of a run, more where many are in flight, so that enough of them meet a full replica. */
const SEARCHED = { least: 1200, perPlace: 4, most: 4000 };
const SHOWN = { least: 4000, perPlace: 8, most: 8000 };
/** By judgement: as many full batches a run has at least. */
const FEWEST_BATCHES = 3;
/** By judgement: shares of the most that a replica can serve, between which the largest good rate is looked for. */
const LIGHTEST = 0.02;
const FULLEST = 0.98;
/** By judgement: rounds of the search; it ends within one in a hundred of the most. */
const ROUNDS = 7;
/** By judgement: people who ask without a pause, over the places that there are. */
const CROWD = 1.5;

/** Prepares the simulation of a plan of one replica with at most so many requests in flight. */
export function simulator(loaded: Loaded, most: number, seed: number): Simulated {
  const { layout } = loaded.deployment;
  const ranks = layout.data;
  const places = most / ranks;
  const server = serverOf(loaded, places);
  const traffic = trafficOf(loaded);
  const prepared = ({ least, perPlace, most }: typeof SHOWN) => {
    const wanted = Math.min(most, Math.max(least, Math.ceil(perPlace * places)));
    const requests = Math.max(wanted, FEWEST_BATCHES * Math.floor(places));
    return simulation(server, traffic, { requests, seed });
  };
  const searched = prepared(SEARCHED);
  const keeps = (goals: readonly Goal[], rate: number, burstiness: number): readonly Goal[] => {
    const trace = searched({ rate: rate / ranks, burstiness });
    return goals.filter(({ of, at, most }) => within(timesOf(trace, of), at, most));
  };
  const mostRate = ranks * rateOf(searched({ users: Math.ceil(CROWD * places), think: 0, ramp: 0 }));
  return {
    mostRate,
    largestRate(goals, replicas) {
      const burstiness = burstinessOf(loaded, replicas);
      const reachable = keeps(goals, LIGHTEST * mostRate, burstiness);
      let good = LIGHTEST * mostRate;
      let bad = FULLEST * mostRate;
      const holds = (rate: number) => keeps(reachable, rate, burstiness).length === reachable.length;
      if (reachable.length === 0 || holds(bad)) return bad;
      for (let round = 0; round < ROUNDS; round++) {
        const middle = (good + bad) / 2;
        if (holds(middle)) good = middle;
        else bad = middle;
      }
      return good;
    },
    open: (rate, replicas) =>
      prepared(SHOWN)({ rate: rate / ranks, burstiness: burstinessOf(loaded, replicas) }),
    closed: (users, answer) =>
      percentilesOf(
        prepared(SHOWN)({ users: Math.max(1, Math.round(users / ranks)), think: 0, ramp: answer }),
      ),
  };
}

/** Requests per second that end in the middle of a run, between its filling and its emptying. */
function rateOf({ requests, answer, finished, span }: Trace): number {
  const ends = answer
    .map((seconds, id) => seconds + (requests.arrival[id] as number))
    .filter((end) => end >= 0);
  ends.sort();
  const [from, to] = [Math.floor(ends.length * FROM), Math.floor(ends.length * TO)];
  const seconds = (ends[to] as number) - (ends[from] as number);
  // Answers of one token may all end in one step.
  return seconds > 0 ? (to - from) / seconds : finished / span;
}
/** By judgement: the shares of its ends between which a run is neither filling nor emptying. */
const FROM = 0.25;
const TO = 0.85;
/** By definition: the variance of whole numbers from 1 to n is (n² − 1) / 12. */
const UNIFORM = 12;

/** Lengths as a plan says them. Turns of a conversation differ by the history that they carry. */
export function trafficOf({ image, load: { plan }, deployment }: Loaded): Omit<Traffic, "arrivals"> {
  const { inputSpread, outputSpread, longestInput, longestOutput } = plan.workload;
  const input = image.value(inputTokens);
  const output = image.value(q.knobs.outputTokens);
  const fresh = image.value(q.knobs.turnTokens);
  const turns = image.value(q.knobs.turns);
  const ofTurns = ((turns ** 2 - 1) / UNIFORM) * (fresh + output) ** 2;
  const spread = Math.sqrt((inputSpread * fresh) ** 2 + ofTurns) / input;
  const { replicas, prefillReplicas } = deployment.layout;
  return {
    input: { mean: input, spread, ...(longestInput === undefined ? {} : { longest: longestInput }) },
    output: {
      mean: output,
      spread: outputSpread,
      ...(longestOutput === undefined ? {} : { longest: Math.max(output, longestOutput) }),
    },
    cached: 1 - image.value(newTokens) / input,
    ...(prefillReplicas > 0 ? { answeringPerPool: replicas / prefillReplicas } : {}),
  };
}

/** The burstiness that each rank of so many replicas sees. */
export function burstinessOf(loaded: Loaded, replicas: number): number {
  const { image, load } = loaded;
  const among = (count: number) => {
    image.set(q.replicas, count);
    // Parts of a formula that hang on the plan alone were evaluated with it, once.
    image.run(0);
    applyLoad(loaded, load);
    return image.value(replicaBurstiness);
  };
  const found = among(replicas);
  among(1);
  return found;
}
