import { inBatches, isOffline, type Load } from "../load";
import { fixed, said } from "../origin";
import { type Asked, loaded, loadKnob, searched } from "./given";

/** The traffic and the batching that a replica is asked for. */

/** By definition of an endless queue: more requests than any memory holds. */
const ENDLESS = 1e9;

const batching = ({ load }: Asked) => said(load.plan, "serving.batching");
const queue = fixed("an offline run keeps its queue full");

export const turnTokens = loadKnob("workload.inputTokens", "New input tokens per request");
export const outputTokens = loadKnob("workload.outputTokens", "Output tokens per request");
export const cachedPrefix = loadKnob("workload.cachedPrefix", "Share of new input found in the prefix cache");
/** A batch that is asked for has the prompts that it says. */
export const turns = loaded("1", "Requests of a conversation", {
  value: ({ plan: { traffic } }) => (traffic.load === "batch" ? 1 : traffic.turns),
  origin: ({ load: { plan } }) =>
    said(plan, plan.traffic.load === "batch" ? "traffic.load" : "traffic.turns"),
  edit: "searched",
});

export const inputSpread = loadKnob(
  "workload.inputSpread",
  "Standard deviation of the prompts' lengths over their mean",
);
export const outputSpread = loadKnob(
  "workload.outputSpread",
  "Standard deviation of the answers' lengths over their mean",
);

export const longestInput = loaded("tok", "Longest prompt, zero where nobody says", {
  value: ({ plan }) => plan.workload.longestInput ?? 0,
  origin: ({ load }) => said(load.plan, "workload.longestInput"),
  edit: "searched",
});

export const longestOutput = loaded("tok", "Limit of answers, zero where there is none", {
  value: ({ plan }) => plan.workload.longestOutput ?? 0,
  origin: ({ load }) => said(load.plan, "workload.longestOutput"),
  edit: "searched",
});

export const concurrency = loaded("1", "Requests in flight per replica", {
  value: (load) => (isOffline(load) ? (load.requests ?? ENDLESS) : load.plan.workload.batch),
  origin: ({ load }) => (isOffline(load) ? queue : said(load.plan, "workload.batch")),
  edit: "searched",
});

export const waitingRequests = loaded("1", "Requests queued for an offline run, zero for endless", {
  value: ({ requests }) => requests ?? 0,
  origin: () => queue,
  edit: "free",
});

export const contiguousCache = loaded("1", "Cache memory reserved for the longest request", {
  value: ({ plan: { serving } }) => Number(serving.cachePaging === "contiguous"),
  origin: ({ load }) => said(load.plan, "serving.cachePaging"),
  edit: "searched",
});

const flag = (holds: (load: Load) => boolean) => (load: Load) => (holds(load) ? 1 : 0);

export const staticBatching = loaded("1", "Batches run to their end before the next begins", {
  value: flag(inBatches),
  origin: batching,
  edit: "searched",
});

export const endless = loaded("1", "Requests always wait, so that the batch is as large as fits", {
  value: flag(isOffline),
  origin: batching,
  edit: "searched",
});

export const batchWindow = loaded("s", "Longest wait for a batch to fill", {
  value: ({ plan: { serving } }) => (serving.batching === "dynamic" ? serving.batchWindow : 0),
  origin: (asked) =>
    asked.load.plan.serving.batching === "dynamic"
      ? said(asked.load.plan, "serving.batchWindow")
      : batching(asked),
  edit: "searched",
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
