import type { GlobalConstants, STACK_REQUIRED, StackConstants } from "../constants";
import type { Deployment } from "../deployment";
import { type Made, plain } from "../made";
import { fixed, madeOrigin } from "../origin";
import { planned } from "./given";

/** Constants of the server, of its serving stack and of all stacks. */

/** Counted: an answer's cache grows evenly from nothing to all, where requests are preempted instead of reserved for. */
const PREEMPTED_SHARE = 0.5;
const PREEMPTED = plain(PREEMPTED_SHARE, "half an answer is cached on average where requests are preempted");

/** What a server takes for itself, whatever the plan. */
const taken = (unit: string, label: string, value: number, why: string) =>
  planned(unit, label, { value: () => value, origin: () => fixed(why) });

export const blockTokens = taken("tok", "Tokens in one block of the cache", 16, "as vLLM pages its cache");
export const heldStates = taken(
  "1",
  "Hidden states of a token held at a time",
  4,
  "a residual, its norm, what a part makes of it, and their sum",
);
export const logitRows = taken("1", "Most rows of logits held at a time", 1024, "as samplers bound them");
export const maxSequences = taken(
  "1",
  "Most sequences the server batches",
  4096,
  "above every stack's default",
);

/** An input that is made of constants. */
const of = (unit: string, label: string, read: (deployment: Deployment) => Made) =>
  planned(unit, label, {
    value: (deployment) => read(deployment).value,
    origin: ({ deployment }) => madeOrigin(read(deployment)),
  });

export const reservedShare = of(
  "1",
  "Share of the answer whose cache is reserved on admission",
  ({ stack }) => stack.reservedShare ?? PREEMPTED,
);

/** What a stack does that others do not: 1 where its record says so. */
function habit(label: string, name: "cacheTakesFree" | "activationsOutside", otherwise: string) {
  const usual = plain(0, otherwise);
  return of("1", label, ({ stack }) => stack[name] ?? usual);
}

export const cacheTakesFree = habit(
  "Whether the memory fraction is the cache's, of what weights and activations leave free",
  "cacheTakesFree",
  "a fraction of all memory, as vLLM takes it",
);
export const activationsOutside = habit(
  "Whether activations lie outside the memory fraction",
  "activationsOutside",
  "activations lie within the fraction, as in vLLM",
);

/** A constant of every stack. */
const ofStack = (unit: string, label: string, name: (typeof STACK_REQUIRED)[number]) =>
  of(unit, label, ({ stack }) => stack[name]);

/** A law for all, whatever the stack. */
const ofAll = (unit: string, label: string, name: keyof GlobalConstants) =>
  of(unit, label, ({ global }) => global[name]);

/** A law for all that a stack may have for itself. */
const ofAllOrStack = (unit: string, label: string, name: keyof GlobalConstants & keyof StackConstants) =>
  of(unit, label, ({ stack, global }) => stack[name] ?? global[name]);

export const hostTime = ofStack("s", "Host time per step", "hostTime");
export const sequenceTime = ofStack("s", "Host time per sequence and step", "sequenceTime");
export const requestTime = ofStack("s", "Time to admit a request", "requestTime");
export const prefillStretch = ofStack("1", "Own prefill, stretched by sharing its steps", "prefillStretch");
export const pipelineDepth = ofStack("1", "Decode steps between admission and first token", "pipelineDepth");
export const clustering = ofStack("1", "Waiting behind prompts that arrive together", "clustering");

export const kneeOrder = ofAll("1", "Sharpness of the roofline's knee", "kneeOrder");
export const clusterOrder = ofAll("1", "How clustering grows with the batch", "clusterOrder");
export const imbalance = ofAll("1", "Spread of the load over expert groups", "imbalance");
export const excessRead = ofAll(
  "1",
  "Share of the busiest group's excess load that finds further experts",
  "excessRead",
);
export const latencyPerDoubling = ofAll(
  "1",
  "Share of a collective's latency that each doubling of its ranks adds",
  "latencyPerDoubling",
);
export const runtimeBytes = ofAll("B", "Runtime, graphs and communication buffers", "runtimeBytes");
export const poolBalance = ofAll("1", "Share of their time that separate pools are matched", "poolBalance");
export const idleShare = ofAll("1", "Share of the board power drawn when idle", "idleShare");
export const decodeShareOfPower = ofAll(
  "1",
  "Share of the board power drawn while decoding",
  "decodePowerShare",
);
export const prefillShareOfPower = ofAll(
  "1",
  "Share of the board power drawn while processing prompts",
  "prefillPowerShare",
);
export const hostPowerFactor = ofAll(
  "1",
  "Power of accelerator, host and network over that of the accelerator",
  "hostPowerFactor",
);

export const tileRows = ofAllOrStack("1", "Rows that a grouped product pays for each expert hit", "tileRows");
export const largestTile = ofAll("1", "Rows of the largest tile of a grouped product", "largestTile");
export const narrowBytes = ofAllOrStack(
  "B",
  "Bytes of a slice's row at which half the bandwidth is reached",
  "narrowBytes",
);
export const routingEvenness = ofAll("1", "How evenly tokens choose experts", "routingEvenness");
export const rankBalance = ofAllOrStack(
  "1",
  "Share of time that attention ranks in lock-step work",
  "rankBalance",
);
