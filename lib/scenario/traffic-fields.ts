import { choice, number, optionalChoice } from "./field-kinds";

/** How far lengths lie apart; without it every request has the mean length. */
export const spreadFields = {
  "workload.inputSpread": number("Spread of inputs", "1", [0, 10], {
    default: 0,
    step: 0.01,
    scale: "linear",
    tab: "advanced",
    help: "Standard deviation of the prompts' lengths over their mean. At 0 all are alike; published traces of people have 1 to 2.",
  }),
  "workload.outputSpread": number("Spread of outputs", "1", [0, 10], {
    default: 0,
    step: 0.01,
    scale: "linear",
    tab: "advanced",
    help: "Standard deviation of the answers' lengths over their mean. At 0 all are alike; published traces of people have 0.7 to 1.5.",
  }),
  "workload.longestInput": number("Longest input", "tok", [1, 10_000_000], {
    tab: "advanced",
    empty: "not said",
    help: "The longest prompt that must be answered. It has to fit the model's context and the cache of a replica.",
  }),
  "workload.longestOutput": number("Longest output", "tok", [1, 1_000_000], {
    tab: "advanced",
    empty: "no limit",
    help: "Tokens that no answer goes beyond, as a server's limit. The mean stays; what long answers do to percentiles and batches ends there.",
  }),
} as const;

/** What people ask of the whole service. All options answer the same question. */
export const trafficFields = {
  "traffic.load": choice(
    "Load",
    "How the load is said. Users, requests or tokens are turned into the replicas that the goals need; a batch fixes one replica's operating point by hand.",
    "batch",
    [
      { value: "users", label: "Users" },
      { value: "rate", label: "Requests a second" },
      { value: "requests", label: "Requests a day" },
      { value: "tokens", label: "Tokens a day" },
      { value: "batch", label: "A batch per replica" },
    ],
  ),
  "traffic.users": number("Users", "user", [1, 100_000_000], {
    default: 2000,
    help: "People at work in the busiest hour. Each asks, reads the answer, thinks, and asks again.",
  }),
  "traffic.thinkTime": number("Think time", "s", [0, 86_400], {
    default: 30,
    step: 0.1,
    scale: "linear",
    help: "Mean time from the end of an answer to the same user's next request.",
  }),
  "traffic.turns": number("Turns", "1", [1, 1000], {
    default: 1,
    step: 0.1,
    help: "Requests of one conversation. Each turn's prompt holds the turns before it, which the cache may still have.",
  }),
  "traffic.requestRate": number("Request rate", "req/s", [0.0001, 1_000_000], {
    default: 10,
    step: 0.0001,
    help: "Requests a second in the busiest hour.",
  }),
  "traffic.requestsPerDay": number("Requests a day", "req/day", [1, 100_000_000_000], {
    default: 100_000,
    stored: "req/day",
    integer: false,
    help: "Requests of a day in use.",
  }),
  "traffic.tokensPerDay": number("Tokens a day", "tok/day", [1, 1e12], {
    default: 100_000_000,
    stored: "tok/day",
    integer: false,
    help: "Tokens of a day in use, read and written together.",
  }),
  "traffic.peakToMean": number("Peak to mean", "1", [1, 100], {
    default: 1,
    step: 0.01,
    help: "Load of the busiest hour over the mean of the hours in use. Replicas are for the peak, tokens are of the mean.",
  }),
  "traffic.hoursPerDay": number("Hours a day", "h", [0.1, 24], {
    default: 24,
    step: 0.1,
    scale: "linear",
    stored: "h",
    help: "Hours of a day in which requests come.",
  }),
  "traffic.daysPerWeek": number("Days a week", "day", [0.1, 7], {
    default: 7,
    step: 0.1,
    scale: "linear",
    stored: "day",
    help: "Days of a week in which requests come.",
  }),
  "traffic.burstiness": number("Burstiness", "1", [0, 20], {
    default: 1,
    step: 0.01,
    scale: "linear",
    tab: "advanced",
    help: "Standard deviation of the time between requests over its mean: 0 at a steady beat, 1 by chance alone (Poisson), above 1 in bursts.",
  }),
  "traffic.scaleTarget": number("Scaling target", "%", [0.05, 1], {
    step: 0.01,
    scale: "linear",
    stored: "1",
    tab: "advanced",
    empty: "fixed fleet",
    help: "Share of what a replica carries within the goals at which replicas follow the day's load. Left empty, the fleet is fixed, as all figures are; the traffic's day shows what scaling saves and whom it keeps waiting.",
  }),
  "traffic.dayShape": optionalChoice(
    "Shape of the day",
    "How the requests of a day are spread over its hours where replicas follow them: one wave, or as a published trace has it, bent to the peak that is asked for.",
    [
      { value: "university", label: "As at a university" },
      { value: "cloud", label: "As at a cloud" },
    ],
  ),
  "traffic.scaleWait": number("Wait before scaling", "s", [0, 3600], {
    step: 0.1,
    scale: "linear",
    integer: false,
    tab: "advanced",
    empty: "by load",
    help: "Replicas are added when requests wait longer than this, instead of by the load that is seen.",
  }),
  "traffic.leastReplicas": number("Fewest replicas", "1", [0, 10_000], {
    scale: "linear",
    tab: "advanced",
    empty: "1",
    help: "Replicas that scaling never goes below. With none the service stops while nobody asks, and the next request waits for a start.",
  }),
  "traffic.warmReplicas": number("Warm replicas", "1", [0, 10_000], {
    scale: "linear",
    tab: "advanced",
    empty: "none",
    help: "Replicas beyond the need that are loaded and paid for, so that a rising load finds them at once.",
  }),
} as const;
