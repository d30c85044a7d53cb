import { inBatches, isOffline, type Load } from "../load";
import { fixed, said } from "../origin";
import { type Asked, loaded, searched } from "./given";

/** The traffic and the batching that a replica is asked for. */

/** By definition of an endless queue: more requests than any memory holds. */
const ENDLESS = 1e9;

const batching = ({ load }: Asked) => said(load.plan, "serving.batching");
const queue = fixed("an offline run keeps its queue full");

export const concurrency = loaded("1", "Requests in flight per replica", {
  value: (load) => (isOffline(load) ? (load.requests ?? ENDLESS) : load.plan.workload.batch),
  origin: ({ load }) => (isOffline(load) ? queue : said(load.plan, "workload.batch")),
});

export const waitingRequests = loaded("1", "Requests queued for an offline run, zero for endless", {
  value: ({ requests }) => requests ?? 0,
  origin: () => queue,
});

const flag = (holds: (load: Load) => boolean) => (load: Load) => (holds(load) ? 1 : 0);

export const staticBatching = loaded("1", "Batches run to their end before the next begins", {
  value: flag(inBatches),
  origin: batching,
});

export const endless = loaded("1", "Requests always wait, so that the batch is as large as fits", {
  value: flag(isOffline),
  origin: batching,
});

export const rankBatch = searched("1", "Sequences decoding together on one attention rank", {
  kind: "search",
  text: "found by the search for the steady state (Little's law)",
});

export const poolBatch = searched("1", "Prompts that replicas of their own process together", {
  kind: "search",
  text: "found by the search for the steady state: those that come while others are processed",
});

/** What the scheduler puts into a step that is timed for a simulation: see simulate/. */
const timed = (label: string) => searched("1", label, fixed("set by the simulation, zero elsewhere"));
export const givenSequences = timed("Sequences that decode in a simulated step");
export const givenPrompts = timed("Prompt rows in a simulated step");
export const givenPairs = timed("Query-key pairs of prompts in a simulated step");
export const givenFinished = timed("Prompts that end in a simulated step");
