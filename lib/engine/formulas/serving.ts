import { at, formula } from "@/lib/formula";
import {
  clustering,
  concurrency,
  dataParallel,
  inputTokens,
  outputTokens,
  pipelineDepth,
  pipelineParallel,
  prefillStretch,
  rankBatch,
  replicas,
  requestTime,
  token,
  tokensPerStep,
} from "../inputs";
import { prefillChunks } from "./load";
import { rankCapacity } from "./memory";
import { stepTime } from "./operators";

/** What a person waits for and what the system delivers, in a closed loop of `concurrency` requests. */

export const decodeStepTime = at("decode", "Time of a decode step", stepTime);

export const mixedStepTime = at("mixed", "Time of a step with a prompt chunk", stepTime);

export const prefillTime = formula(
  "s",
  "Time to process one prompt beside the running batch",
)`${mixedStepTime} * (1 + (${prefillChunks} - 1) / ${pipelineParallel})`;

export const prefillExtra = formula(
  "s",
  "Time that one prompt adds to the replica's steps",
)`max(0, ${prefillChunks} * (${mixedStepTime} - ${decodeStepTime})) / ${pipelineParallel}`;

export const tpot = formula(
  "s/tok",
  "Time per output token",
)`${decodeStepTime} / ${tokensPerStep} + ${rankBatch} * ${prefillExtra} / ${outputTokens}`;

export const admittedTtft = formula(
  "s",
  "Time to first token once admitted",
)`${requestTime} + ${prefillStretch} * ${prefillTime} + ${pipelineDepth} * ${decodeStepTime} + ${clustering} * max(0, ${rankBatch} - 1) ^ 1.2 * ${prefillExtra}`;

export const rankConcurrency = formula(
  "1",
  "Requests in flight per attention rank",
)`${concurrency} / ${dataParallel}`;

/** By Little's law: of the requests in flight, those past their first token, as far as memory allows. */
export const nextBatch = formula(
  "1",
  "Sequences decoding together, from the times they give",
)`min(${rankCapacity}, max(min(1, ${rankConcurrency}), ${rankConcurrency} * ${outputTokens} * ${tpot} / (${outputTokens} * ${tpot} + ${admittedTtft})))`;

export const queuedTtft = formula(
  "s",
  "Time to first token with the wait for memory",
)`${rankConcurrency} * ${outputTokens} * ${tpot} / ${rankBatch} - (${outputTokens} - ${token}) * ${tpot}`;

export const ttft = formula(
  "s",
  "Time to first token",
)`if(${rankConcurrency} > ${rankCapacity}, max(${admittedTtft}, ${queuedTtft}), ${admittedTtft})`;

export const requestLatency = formula(
  "s",
  "Time from request to last token",
)`${ttft} + (${outputTokens} - ${token}) * ${tpot}`;

export const requestRate = formula(
  "1/s",
  "Requests per second of all replicas",
)`${replicas} * ${concurrency} / ${requestLatency}`;

export const userRate = formula("tok/s", "Tokens per second that one user sees")`1 / ${tpot}`;

export const outputRate = formula(
  "tok/s",
  "Output tokens per second of all replicas",
)`${requestRate} * ${outputTokens}`;

export const inputRate = formula(
  "tok/s",
  "Input tokens per second of all replicas",
)`${requestRate} * ${inputTokens}`;
