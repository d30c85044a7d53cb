import { type Expected, type Gate, gateOf } from "./gate";

/** A time under a load: whose time it is, the goal where one is set, and what is expected and measured of it under that load. */
export interface PromisedTime {
  readonly id: "ttft" | "tpot" | "answer";
  /** "P95 TTFT". */
  readonly name: string;
  /** "in the busiest hour", "with 16 in flight". */
  readonly load: string;
  readonly unit: string;
  readonly goal: number | undefined;
  readonly expected: Expected | undefined;
  /** Under the same load; a benchmark's mean says only that a percentile is missed. */
  readonly measured: number | undefined;
}

/** What a plan's gates are made of. */
export interface GateFacts {
  readonly inFlight: number;
  readonly capacity: number | undefined;
  /** The times that the plan is for. */
  readonly times: readonly PromisedTime[];
  /** The means of a benchmark, which says something else than people's requests do; none where the plan is for its load. */
  readonly benchmarked: readonly PromisedTime[];
  /** Output tokens per second of one replica: what the traffic needs of it, what is expected, what was measured. */
  readonly outputRate: {
    readonly needed: number | undefined;
    readonly expected: Expected | undefined;
    readonly measured: number | undefined;
  };
  readonly cost: { readonly expected: Expected | undefined; readonly measured: number | undefined };
  /** Share of the accuracy to keep, and what published tests of the format lost at worst. */
  readonly accuracy: {
    readonly floor: number | undefined;
    readonly lost: number | undefined;
    readonly format: string;
  };
  readonly replicas: number;
  readonly headroom: number;
}

const OWNERS = {
  platform: "Platform",
  performance: "Performance",
  quality: "Model quality",
  finance: "Finance",
  operations: "Operations",
} as const;

/**
 * By judgement: requests that may fail at validation, at which someone is woken in production, how much of the requests
 * a new version gets first at least, and how far a time may be over its threshold before someone is woken.
 */
const ERRORS = { validation: 0.001, production: 0.01 };
const LEAST_CANARY = 0.05;
const WAKE = 1.5;

/** The gates of a plan, by stage. Thresholds are its goals; where it has none, the worse end of what it promises. */
export const gatesOf = (facts: GateFacts): Gate[] => [
  ...before(facts),
  ...validation(facts),
  ...production(facts),
];

function before({ capacity, inFlight, cost }: GateFacts): Gate[] {
  return [
    gateOf({
      id: "memory",
      stage: "before",
      what: "Requests that the memory of one replica holds",
      owner: OWNERS.platform,
      unit: "1",
      side: "at least",
      threshold: inFlight,
      basis: "the plan's requests in flight on one replica",
      expected: capacity === undefined ? undefined : { value: capacity },
    }),
    gateOf({
      id: "budget",
      stage: "before",
      what: "Cost per million tokens that is approved",
      owner: OWNERS.finance,
      unit: "USD/tok",
      side: "at most",
      threshold: cost.expected?.high,
      basis: "the high end of the plan's range: nine plans in ten cost less",
      expected: cost.expected,
    }),
  ];
}

function validation({ times, benchmarked, inFlight, outputRate, cost, accuracy }: GateFacts): Gate[] {
  const { needed, expected, measured } = outputRate;
  return [
    ...times.map((time) =>
      timeGate(
        time.id,
        time,
        time.goal === undefined ? "the high end of the plan's range: it has no goal" : "the plan's goal",
      ),
    ),
    ...benchmarked.map((time) =>
      timeGate(
        `${time.id}-benchmark`,
        time,
        "the high end of the range under this load: the plan rests on it",
      ),
    ),
    gateOf({
      id: "throughput",
      stage: "validation",
      what:
        needed === undefined
          ? `Output of one replica with ${inFlight} in flight`
          : "Output of one replica at the largest load that keeps the goals",
      owner: OWNERS.performance,
      unit: "tok/s",
      side: "at least",
      threshold: needed ?? expected?.low,
      basis:
        needed === undefined
          ? "the low end of the plan's range"
          : "what the busiest hour needs of each replica",
      expected,
      measured,
    }),
    gateOf({
      id: "cost",
      stage: "validation",
      what: "Cost per million tokens by the measured output",
      owner: OWNERS.finance,
      unit: "USD/tok",
      side: "at most",
      threshold: cost.expected?.high,
      basis: "what was approved",
      expected: cost.expected,
      measured: cost.measured,
    }),
    gateOf({
      id: "accuracy",
      stage: "validation",
      what: "Accuracy on your own evaluation, of that in 16 bits",
      owner: OWNERS.quality,
      unit: "%",
      side: "at least",
      threshold: accuracy.floor ?? (accuracy.lost === undefined ? undefined : 1 - accuracy.lost),
      basis:
        accuracy.floor !== undefined
          ? "the plan's floor"
          : accuracy.lost !== undefined
            ? `the worst published test of ${accuracy.format}`
            : `nobody published a test of ${accuracy.format}: set it yourself`,
    }),
    gateOf({
      id: "errors",
      stage: "validation",
      what: "Requests that fail or are cut short",
      owner: OWNERS.performance,
      unit: "%",
      side: "at most",
      threshold: ERRORS.validation,
      basis: "by judgement: nothing predicts it",
    }),
  ];
}

/** A time's gate. Without a goal the high end of the range is what the plan promises. */
function timeGate(id: string, time: PromisedTime, basis: string): Gate {
  const { name, load, unit, goal, expected, measured } = time;
  return gateOf({
    id,
    stage: "validation",
    what: `${name} ${load}`,
    owner: OWNERS.performance,
    unit,
    side: "at most",
    threshold: goal ?? expected?.high,
    basis,
    expected,
    measured,
  });
}

function production({ times, replicas, headroom }: GateFacts): Gate[] {
  const share = Math.max(LEAST_CANARY, 1 / Math.max(1, replicas));
  const told = (gate: Omit<Parameters<typeof gateOf>[0], "stage" | "owner" | "side">) =>
    gateOf({ ...gate, stage: "production", owner: OWNERS.operations, side: "at most" });
  return [
    told({
      id: "canary",
      what: "Requests that the new version gets first, for an hour that keeps every gate above",
      unit: "%",
      threshold: share,
      basis:
        replicas > 1
          ? `one of ${replicas} replicas, at least 5 %`
          : "there is one replica: route a share to it",
    }),
    ...times.map(({ id, name, unit, goal, expected }) => {
      const limit = goal ?? expected?.high;
      return told({
        id: `${id}-alert`,
        what: `${name} over five minutes, before someone is woken`,
        unit,
        threshold: limit === undefined ? undefined : limit * WAKE,
        basis: `${WAKE} times the gate at validation`,
      });
    }),
    told({
      id: "load-alert",
      what: "Requests in flight of what keeps the goals, before replicas are added",
      unit: "%",
      threshold: 1 - headroom,
      basis: "the plan's headroom stays free",
    }),
    told({
      id: "errors-alert",
      what: "Requests that fail over five minutes, before someone is woken and the canary is taken back",
      unit: "%",
      threshold: ERRORS.production,
      basis: "by judgement: ten times what validation allows",
    }),
  ];
}
