import { at, formula } from "@/lib/formula";
import {
  clustering,
  clusterOrder,
  concurrency,
  dataParallel,
  draftBase,
  draftTime,
  endless,
  inputTokens,
  outputTokens,
  pipelineDepth,
  pipelineParallel,
  prefillStretch,
  rankBalance,
  rankBatch,
  replicas,
  requestTime,
  staticBatching,
  token,
  tokensPerStep,
  waitingRequests,
} from "../inputs";
import { microBatch, prefillChunks, promptSteps } from "./load";
import { rankCapacity } from "./memory";
import { stepTime } from "./operators";

/** What a person waits for and what the system delivers. */

export const targetStepTime = at("decode", "Time of a decode step of the model itself", stepTime);

export const draftStepTime = formula(
  "s",
  "Time to draft tokens for the step",
)`${draftBase} + ${draftTime} * ${microBatch}`;

export const decodeStepTime = formula("s", "Time of a decode step")`${targetStepTime} + ${draftStepTime}`;

export const lockStep = formula(
  "1",
  "Share of its time that an attention rank works instead of waiting for the slowest",
)`if(${dataParallel} > 1, ${rankBalance}, 1)`;

// Continuous batching: prompts ride on decode steps.

export const mixedStepTime = at("mixed", "Time of a step with a prompt chunk", stepTime);

export const prefillTime = formula(
  "s",
  "Time to process one prompt beside the running batch",
)`${mixedStepTime} * (1 + (${prefillChunks} - 1) / ${pipelineParallel})`;

export const prefillExtra = formula(
  "s",
  "Time that one prompt adds to the replica's steps",
)`max(0, ${prefillChunks} * (${mixedStepTime} - ${targetStepTime})) / ${pipelineParallel}`;

export const interleavedTpot = formula(
  "s/tok",
  "Time per output token with prompts in between",
)`(${decodeStepTime} / ${tokensPerStep} + ${rankBatch} * ${prefillExtra} / ${outputTokens}) / ${lockStep}`;

export const admittedTtft = formula(
  "s",
  "Time to first token once admitted",
)`${requestTime} + ${prefillStretch} * ${prefillTime} + ${pipelineDepth} * ${decodeStepTime} + ${clustering} * max(0, ${rankBatch} - 1) ^ ${clusterOrder} * ${prefillExtra}`;

export const rankConcurrency = formula(
  "1",
  "Requests in flight per attention rank",
)`${concurrency} / ${dataParallel}`;

/** By Little's law: of the requests in flight, those past their first token, as far as memory allows. */
export const nextBatch = formula(
  "1",
  "Sequences decoding together, from the times they give",
)`min(${rankCapacity}, if(${endless} > 0, ${rankConcurrency}, max(min(1, ${rankConcurrency}), ${rankConcurrency} * ${outputTokens} * ${interleavedTpot} / (${outputTokens} * ${interleavedTpot} + ${admittedTtft}))))`;

export const queuedTtft = formula(
  "s",
  "Time to first token with the wait for memory",
)`${rankConcurrency} * ${outputTokens} * ${interleavedTpot} / ${rankBatch} - (${outputTokens} - ${token}) * ${interleavedTpot}`;

export const interleavedTtft = formula(
  "s",
  "Time to first token between running sequences",
)`if(${rankConcurrency} > ${rankCapacity}, max(${admittedTtft}, ${queuedTtft}), ${admittedTtft})`;

// Static batching: a batch's prompts, then its answers, then the next batch.

export const promptStepTime = at("prompts", "Time of a step of prompts alone", stepTime);

export const batchPrefillTime = formula(
  "s",
  "Time to process the prompts of a batch",
)`${promptStepTime} * (1 + (${promptSteps} - 1) / ${pipelineParallel})`;

export const batchWaves = formula(
  "1",
  "Batches, one after the other, that the requests in flight make",
)`max(1, ${rankConcurrency} / ${rankBatch})`;

// Either way.

export const tpot = formula(
  "s/tok",
  "Time per output token",
)`if(${staticBatching} > 0, ${decodeStepTime} / ${tokensPerStep}, ${interleavedTpot})`;

export const ttft = formula(
  "s",
  "Time to first token",
)`if(${staticBatching} > 0, ${requestTime} + ${batchPrefillTime}, ${interleavedTtft})`;

export const requestLatency = formula(
  "s",
  "Time from request to last token",
)`if(${staticBatching} > 0, ${batchWaves}, 1) * (${ttft} + (${outputTokens} - ${token}) * ${tpot})`;

export const offlineWaves = formula(
  "1",
  "Times that the queue of an offline run fills the batch",
)`max(1, ${waitingRequests} / (${rankBatch} * ${dataParallel}))`;

export const rampShare = formula(
  "1",
  "Share of an offline run that is not ramp-up or drain",
)`if(${waitingRequests} > 0, ${offlineWaves} / (${offlineWaves} + (1 - 1 / ${offlineWaves}) / 2), 1)`;

export const requestRate = formula(
  "1/s",
  "Requests per second of all replicas",
)`${replicas} * if(${endless} > 0, ${rampShare} * ${dataParallel} * ${rankBatch} / (${outputTokens} * ${tpot}), ${concurrency} / ${requestLatency})`;

export const userRate = formula("tok/s", "Tokens per second that one user sees")`1 / ${tpot}`;

export const outputRate = formula(
  "tok/s",
  "Output tokens per second of all replicas",
)`${requestRate} * ${outputTokens}`;

export const inputRate = formula(
  "tok/s",
  "Input tokens per second of all replicas",
)`${requestRate} * ${inputTokens}`;
