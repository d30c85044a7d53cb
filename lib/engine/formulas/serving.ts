import { formula } from "@/lib/formula";
import {
  answeringPerPool,
  concurrency,
  dataParallel,
  endless,
  firstPieceWaits,
  knobs,
  poolBalance,
  prefillReplicas,
  rankBatch,
  replicas,
  staticBatching,
  streamInterval,
  token,
  waitingRequests,
} from "../inputs";
import { promptCorrection, waitCorrection } from "./correction";
import { decodeStepTime, lockStep } from "./decode";
import { inputTokens } from "./lengths";
import { newTokens, pooledPrompts, promptsTogether, rankConcurrency, tokensPerStep } from "./load";
import { longestAnswer } from "./longest";
import { rankCapacity } from "./memory";
import {
  admittedTtft,
  batchPrefillTime,
  batchTtft,
  interleavedTpot,
  pooledTime,
  pooledTtft,
  promptSpan,
} from "./prompts";

const { chunkLimit, outputTokens } = knobs;

/** What a person waits for and what the system delivers. */

export const tpot = formula(
  "s/tok",
  "Time per output token",
)`if(${staticBatching} + ${prefillReplicas} > 0, ${decodeStepTime} / ${tokensPerStep} / ${lockStep}, ${interleavedTpot})`;

export const firstTokenTime = formula(
  "s",
  "Time to first token once there is room",
)`if(${staticBatching} > 0, ${batchTtft}, if(${prefillReplicas} > 0, ${pooledTtft}, ${admittedTtft}))`;

/**
 * Prompts pass a pool of their own one after the other: all requests do while each of them is answered once. This is a
 * limit of capacity: a pool that is full lets a first token come no sooner, and later where answers are written faster,
 * since those who were answered sooner ask sooner and wait before the pool instead.
 */
export const poolTtft = formula(
  "s",
  "Time to first token when replicas of their own have as many prompts as they can process",
)`${rankConcurrency} * ${answeringPerPool} * ${batchPrefillTime} / ${promptsTogether} - (${outputTokens} - ${token}) * ${tpot}`;

/** Waiting for others is corrected apart from what a request's own prompt takes: the longer of the two is seen. */
export const roomyTtft = formula(
  "s",
  "Time to first token once there is room, on whatever replicas",
)`if(${prefillReplicas} > 0, max(${firstTokenTime}, ${waitCorrection} * ${poolTtft}), ${firstTokenTime})`;

/** Of the prompts under way as many as the share of their time that a step takes; all of a batch that starts together. */
export const nextPoolBatch = formula(
  "1",
  "Prompts that replicas of their own process together, from the times they give",
)`if(${prefillReplicas} > 0, max(1, if(${staticBatching} > 0, ${pooledPrompts}, min(${chunkLimit} / ${newTokens}, ${pooledPrompts} * ${batchPrefillTime} / ${pooledTime}))), 1)`;

/** Replicas that only answer take a request up a step before its first token is there. */
export const remainingTokens = formula(
  "tok",
  "Tokens that a request decodes after its first token",
)`${outputTokens} - if(${prefillReplicas} > 0, ${token}, 0)`;

/** By Little's law: of the requests in flight, those past their first token. */
export const roomyBatch = formula(
  "1",
  "Sequences that would decode together if memory had room for all",
)`${rankConcurrency} * ${outputTokens} * ${tpot} / (${roomyTtft} + ${remainingTokens} * ${tpot})`;

export const nextBatch = formula(
  "1",
  "Sequences decoding together, from the times they give",
)`min(${rankCapacity}, if(${endless} > 0, ${rankConcurrency}, max(if(${prefillReplicas} > 0, 0, min(1, ${rankConcurrency})), ${roomyBatch})))`;

/** A replica whose memory is full serves as many a second as it did when the last place was taken. */
export const queuedTtft = formula(
  "s",
  "Time to first token with the wait for memory",
)`${roomyBatch} / max(1, ${rankCapacity}) * (${roomyTtft} + (${outputTokens} - ${token}) * ${tpot}) - (${outputTokens} - ${token}) * ${tpot}`;

/** A replica has only so many seconds: the prompts of all that wait pass it while each of them is answered once. */
export const crowdedTtft = formula(
  "s",
  "Time to first token when prompts alone keep the replica busy",
)`max(0, ${rankConcurrency} * ${promptSpan} / ${lockStep} - (${outputTokens} - ${token}) * ${tpot})`;

export const busyTtft = formula(
  "s",
  "Time to first token that waiting for memory or for the prompts of others gives alone, without measurements",
)`max(if(${rankConcurrency} > ${rankCapacity}, ${queuedTtft}, 0), if(${prefillReplicas} > 0, ${poolTtft}, ${crowdedTtft}))`;

export const emittedTtft = formula(
  "s",
  "Time until the first token is made",
)`if(${staticBatching} > 0, ${firstTokenTime}, max(${roomyTtft}, ${waitCorrection} * ${busyTtft}))`;

export const firstPiece = formula(
  "tok",
  "Tokens that a client sees first, together",
)`if(${firstPieceWaits} > 0, min(${streamInterval}, ${outputTokens}), ${token})`;

/**
 * A client that reads a stream sees a token when the piece that it is in is sent. The law was fitted on benchmarks, whose
 * clients start together and ask again at once, so that their prompts come in bunches; requests at times of their own are
 * simulated.
 */
export const ttft = formula(
  "s",
  "Time to first token of a benchmark, clients started together",
)`${emittedTtft} + ${promptCorrection} * max(0, ${firstPiece} - ${token}) * ${tpot}`;

/** Tokens that a step gains together are sent together, too. */
export const streamGap = formula(
  "s",
  "Time between the pieces of an answer that a client sees",
)`max(${streamInterval}, ${tokensPerStep}) * ${tpot}`;

export const batchWaves = formula(
  "1",
  "Batches, one after the other, that the requests in flight make",
)`if(${staticBatching} > 0, max(1, ${rankConcurrency} / ${rankBatch}), 1)`;

/**
 * A batch that runs to its end keeps the places of answers that are done. Memory is the batch's limit of capacity: with
 * more of it the batch is larger, waits for a longer answer, and at spread lengths may serve less.
 */
export const servedAnswer = formula(
  "tok",
  "Tokens for which an answer keeps its place",
)`if(${staticBatching} > 0, ${longestAnswer}, ${outputTokens})`;

export const requestLatency = formula(
  "s",
  "Time from request to last token",
)`${batchWaves} * (${emittedTtft} + (${servedAnswer} - ${token}) * ${tpot})`;

export const offlineWaves = formula(
  "1",
  "Times that the queue of an offline run fills the batch",
)`max(1, ${waitingRequests} / (${rankBatch} * ${dataParallel}))`;

export const rampShare = formula(
  "1",
  "Share of an offline run that is not ramp-up or drain",
)`if(${waitingRequests} > 0, ${offlineWaves} / (${offlineWaves} + (1 - 1 / ${offlineWaves}) / 2), 1)`;

export const answeredRate = formula(
  "1/s",
  "Requests per second that the answering replicas finish",
)`${replicas} * if(${endless} > 0, ${rampShare} * ${dataParallel} * ${rankBatch} / (${outputTokens} * ${tpot}), ${concurrency} / ${requestLatency})`;

export const promptRate = formula(
  "1/s",
  "Prompts per second that replicas of their own process",
)`${prefillReplicas} * ${dataParallel} * ${promptsTogether} / ${batchPrefillTime}`;

export const requestRate = formula(
  "1/s",
  "Requests per second of all replicas",
)`if(${prefillReplicas} > 0, ${poolBalance} * min(${answeredRate}, ${promptRate}), ${answeredRate})`;

export const userRate = formula("tok/s", "Tokens per second that one user sees")`1 / ${tpot}`;

export const outputRate = formula(
  "tok/s",
  "Output tokens per second of all replicas",
)`${requestRate} * ${outputTokens}`;

export const inputRate = formula(
  "tok/s",
  "Input tokens per second of all replicas",
)`${requestRate} * ${inputTokens}`;
