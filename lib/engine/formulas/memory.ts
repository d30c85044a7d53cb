import { formula, type Quantity, rollup } from "@/lib/formula";
import { byRowKind } from "../by-row-kind";
import {
  activationsOutside,
  blockTokens,
  bytesPerHalf,
  cacheTakesFree,
  dataParallel,
  draftBytes,
  encoderTokens,
  heldStates,
  hiddenWidth,
  keptBytes,
  knobs,
  logitRows,
  maxSequences,
  memoryCapacity,
  pipelineParallel,
  rankBatch,
  reservedShare,
  rowCount,
  runtimeBytes,
  stateBytes,
  tensorParallel,
  token,
  vocabulary,
  widestRow,
  window,
} from "../inputs";
import { fullAnswer, inputTokens, longestPrompt, reservedContext } from "./lengths";
import { storedBytes } from "./operators";

const { chunkLimit, contiguousCache, memoryFraction, outputTokens } = knobs;

/** What lies in the memory of one accelerator, and how many sequences that leaves room for. */

export const allStages = rollup("Weights of all pipeline stages per accelerator", storedBytes);

export const weightBytes = formula(
  "B",
  "Weights per accelerator",
)`${allStages} / ${pipelineParallel} + ${draftBytes}`;

export const activationBytes = formula(
  "B",
  "Activations and logits of the largest step",
)`${chunkLimit} / ${token} * (${heldStates} * ${hiddenWidth} + 2 * ${widestRow}) * ${bytesPerHalf} + 2 * ${bytesPerHalf} * ${logitRows} * ${vocabulary} / ${tensorParallel}`;

export const outsideFraction = formula(
  "B",
  "Runtime, and activations that lie outside the fraction, as far as the unused fraction does not cover them",
)`max(0, ${runtimeBytes} + ${activationsOutside} * ${activationBytes} - (1 - ${memoryFraction}) * ${memoryCapacity})`;

/**
 * Servers mean different things by their fraction: of all memory for weights, activations and cache (vLLM), for weights
 * and cache (SGLang), or for the cache alone of what the others leave (TensorRT-LLM, LMDeploy).
 */
export const kvBudget = formula(
  "B",
  "Memory left for the KV cache per accelerator",
)`if(${cacheTakesFree} > 0, ${memoryFraction} * (${memoryCapacity} - ${weightBytes} - ${activationBytes} - ${runtimeBytes}), ${memoryFraction} * ${memoryCapacity} - ${weightBytes} - (1 - ${activationsOutside}) * ${activationBytes} - ${outsideFraction})`;

export const admittedContext = formula(
  "tok",
  "Context whose cache a request holds on average, or has reserved",
)`if(${contiguousCache} > 0, ${reservedContext}, ${inputTokens} + ${outputTokens} * ${reservedShare})`;

export const fullContext = formula(
  "tok",
  "Context of the longest request when it is finished",
)`${longestPrompt} + ${fullAnswer}`;

const cacheOf = (label: string, context: Quantity) =>
  formula(
    "B",
    label,
  )`${rowCount} * if(${encoderTokens} > 0, ${encoderTokens}, if(${window} > 0, min(${context}, ${window}), ${context} + ${blockTokens} / 2)) * ${keptBytes}`;

export const runningCache = cacheOf("Keys and values of a sequence while it runs", admittedContext);
export const finishedCache = cacheOf("Keys and values of a sequence at its full context", fullContext);
export const keptState = formula("B", "State of a sequence")`${rowCount} * ${stateBytes}`;
export const addedCache = formula(
  "B/tok",
  "Keys and values that each further token adds",
)`if(${window} + ${encoderTokens} > 0, 0, ${rowCount} * ${keptBytes})`;

export const settledCache = formula(
  "B",
  "Keys and values that no longer grow with the context, and half a block",
)`${rowCount} * if(${encoderTokens} > 0, ${encoderTokens}, if(${window} > 0, ${window}, ${blockTokens} / 2)) * ${keptBytes}`;

export const meanCached = byRowKind("B", "Cache of a sequence while it runs", {
  linear: null,
  decodeAttention: runningCache,
  prefillAttention: null,
  experts: null,
  adapters: null,
  rowwise: keptState,
  collective: null,
  host: null,
  table: null,
  measured: null,
});
export const fullCached = byRowKind("B", "Cache of a sequence at its full context", {
  linear: null,
  decodeAttention: finishedCache,
  prefillAttention: null,
  experts: null,
  adapters: null,
  rowwise: keptState,
  collective: null,
  host: null,
  table: null,
  measured: null,
});
export const grownCached = byRowKind("B/tok", "Cache that each further token adds", {
  linear: null,
  decodeAttention: addedCache,
  prefillAttention: null,
  experts: null,
  adapters: null,
  rowwise: null,
  collective: null,
  host: null,
  table: null,
  measured: null,
});

export const settledCached = byRowKind("B", "Cache of a sequence that no longer grows with its context", {
  linear: null,
  decodeAttention: settledCache,
  prefillAttention: null,
  experts: null,
  adapters: null,
  rowwise: keptState,
  collective: null,
  host: null,
  table: null,
  measured: null,
});

export const allLayersMean = rollup("Cache of a running sequence, all stages", meanCached);
export const allLayersFull = rollup("Cache of a sequence at its full context, all stages", fullCached);
export const allLayersGrown = rollup("Cache per token of all stages", grownCached);

export const allLayersSettled = rollup("Cache that no longer grows, all stages", settledCached);

export const kvBytesPerSequence = formula(
  "B",
  "Cache of a running sequence per accelerator",
)`${allLayersMean} / ${pipelineParallel}`;

export const kvBytesAtEnd = formula(
  "B",
  "Cache of a finished sequence per accelerator",
)`${allLayersFull} / ${pipelineParallel}`;

export const kvBytesPerToken = formula(
  "B/tok",
  "Cache per token per accelerator",
)`${allLayersGrown} / ${pipelineParallel}`;

export const rankCapacity = formula(
  "1",
  "Whole sequences that fit on one attention rank",
)`max(0, floor(min(${maxSequences}, ${kvBudget} / ${kvBytesPerSequence})))`;

export const batchCapacity = formula("1", "Largest batch of a replica")`${rankCapacity} * ${dataParallel}`;

/** Where the fraction is of what is free, the rest of that is needed, too: nobody gets it. */
export const neededBytes = formula(
  "B",
  "Memory that one request needs to start",
)`${weightBytes} + if(${cacheTakesFree} > 0, ${activationBytes} + ${runtimeBytes} + ${kvBytesAtEnd} + (1 - ${memoryFraction}) * max(0, ${memoryCapacity} - ${weightBytes} - ${activationBytes} - ${runtimeBytes}), (1 - ${activationsOutside}) * ${activationBytes} + ${outsideFraction} + ${kvBytesAtEnd})`;

export const grantedBytes = formula(
  "B",
  "Memory that it may take",
)`if(${cacheTakesFree} > 0, 1, ${memoryFraction}) * ${memoryCapacity}`;

/** What is left over stays free for what others start beside the server. */
export const fillableBytes = formula(
  "B",
  "Memory that the server fills at most",
)`if(${cacheTakesFree} > 0, ${weightBytes} + ${activationBytes} + ${runtimeBytes} + max(0, ${kvBudget}), ${memoryFraction} * ${memoryCapacity})`;

export const runningKvBytes = formula(
  "B",
  "Cache of the running batch per accelerator",
)`max(1, ${rankBatch}) * ${kvBytesPerSequence}`;

export const freeBytes = formula(
  "B",
  "Memory of one accelerator that nothing takes",
)`max(0, ${memoryCapacity} - ${weightBytes} - ${activationBytes} - ${runningKvBytes} - ${runtimeBytes})`;

/** Zero where no layer keeps more of a longer context: memory then sets no limit. */
export const contextCapacity = formula(
  "tok",
  "Longest context of a sequence alone",
)`if(${kvBytesPerToken} > 0, max(0, ${kvBudget} - ${allLayersSettled} / ${pipelineParallel}) / ${kvBytesPerToken}, 0)`;
