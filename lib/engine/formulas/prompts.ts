import { at, formula } from "@/lib/formula";
import {
  batchWindow,
  clustering,
  clusterOrder,
  concurrency,
  inputTokens,
  networkBandwidth,
  outputTokens,
  pipelineDepth,
  pipelineParallel,
  prefillReplicas,
  prefillStretch,
  rankBatch,
  requestTime,
} from "../inputs";
import { decodeStepTime, lockStep, targetStepTime, tokensPerStep } from "./decode";
import { prefillChunks, promptSteps, promptsPerStep } from "./load";
import { kvBytesPerToken } from "./memory";
import { stepTime } from "./operators";

/** What prompts cost: riding on decode steps, as a batch of their own, or on replicas of their own. */

export const mixedStepTime = at("mixed", "Time of a step with a prompt chunk", stepTime);

export const prefillTime = formula(
  "s",
  "Time to process one prompt beside the running batch",
)`${mixedStepTime} * (1 + (${prefillChunks} - 1) / ${pipelineParallel})`;

export const prefillExtra = formula(
  "s",
  "Time that one prompt adds to the replica's steps",
)`max(0, ${prefillChunks} * (${mixedStepTime} - ${targetStepTime})) / ${promptsPerStep} / ${pipelineParallel}`;

/** A request alone meets no other's prompt; the fitted law holds from two on. */
export const othersPrompts = formula(
  "1",
  "Whether prompts of other requests come between the steps of an answer",
)`max(0, min(1, ${concurrency} - 1))`;

export const mixedSteps = formula(
  "1",
  "Steps with a prompt chunk while a sequence writes its answer",
)`${othersPrompts} * ${rankBatch} * ${prefillChunks} / ${promptsPerStep} / ${pipelineParallel}`;

export const interleavedTpot = formula(
  "s/tok",
  "Time per output token with prompts in between",
)`(max(0, ${outputTokens} / ${tokensPerStep} - ${mixedSteps}) * ${decodeStepTime} + ${mixedSteps} * (${mixedStepTime} + ${decodeStepTime} - ${targetStepTime})) / ${outputTokens} / ${lockStep}`;

export const admittedTtft = formula(
  "s",
  "Time to first token once admitted",
)`${requestTime} + ${prefillStretch} * ${prefillTime} + ${pipelineDepth} * ${decodeStepTime} + ${clustering} * max(0, ${rankBatch} - 1) ^ ${clusterOrder} * ${prefillExtra}`;

export const promptStepTime = at("prompts", "Time of a step of prompts alone", stepTime);

export const batchPrefillTime = formula(
  "s",
  "Time to process prompts together",
)`${promptStepTime} * (1 + (${promptSteps} - 1) / ${pipelineParallel})`;

export const batchTtft = formula(
  "s",
  "Time to first token of a batch",
)`${requestTime} + ${batchWindow} / 2 + ${batchPrefillTime}`;

export const transferTime = formula(
  "s",
  "Time to send a prompt's cache to the replica that answers",
)`if(${prefillReplicas} > 0, ${inputTokens} * ${kvBytesPerToken} / ${networkBandwidth}, 0)`;

export const pooledTtft = formula(
  "s",
  "Time to first token with prompts on replicas of their own",
)`${requestTime} + ${prefillStretch} * ${batchPrefillTime} + ${transferTime} + ${decodeStepTime}`;
