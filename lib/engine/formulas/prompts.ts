import { at, formula } from "@/lib/formula";
import {
  clustering,
  clusterOrder,
  knobs,
  networkBandwidth,
  pipelineDepth,
  pipelineParallel,
  prefillReplicas,
  prefillStretch,
  rankBatch,
  requestTime,
} from "../inputs";
import { decodeCorrection, promptCorrection } from "./correction";
import { decodeStepTime, draftStepTime, lockStep, targetStepTime } from "./decode";
import { inputTokens } from "./lengths";
import { answerSteps, decodingShare, mixedSteps, prefillChunks, promptSteps, promptsPerStep } from "./load";
import { kvBytesPerToken } from "./memory";
import { laterStep, stepTime } from "./operators";

const { batchWindow, outputTokens } = knobs;

/** What prompts cost: riding on decode steps, as a batch of their own, or on replicas of their own. */

export const predictedMixedTime = at(
  "mixed",
  "Time of a step with a prompt chunk, without measurements",
  stepTime,
);

export const mixedStepTime = formula(
  "s",
  "Time of a step with a prompt chunk",
)`${decodeCorrection} * ${predictedMixedTime}`;

export const lastChunkTime = at(
  "mixed",
  "Time of a prompt's last chunk beyond that of its mean chunk, beside the running batch",
  laterStep,
);

/**
 * Chunks follow one another through the stages of a pipeline, and the last one, which attends to the most, leaves it
 * alone. Of one stage the sum over all chunks is left, so that their mean says it all.
 */
export const prefillTime = formula(
  "s",
  "Time to process one prompt beside the running batch",
)`${promptCorrection} * (${predictedMixedTime} * (1 + (${prefillChunks} - 1) / ${pipelineParallel}) + (1 - 1 / ${pipelineParallel}) * ${lastChunkTime})`;

export const prefillExtra = formula(
  "s",
  "Time that one prompt adds to the replica's steps",
)`max(0, ${prefillChunks} * (${mixedStepTime} - ${decodingShare} * ${targetStepTime})) / ${promptsPerStep} / ${pipelineParallel}`;

/** Answers are written in these steps, too: where prompts keep a replica busy, nothing else is left for them. */
export const promptSpan = formula(
  "s",
  "Time of the replica's steps that one prompt takes part in",
)`${prefillChunks} * (${mixedStepTime} + ${decodingShare} * ${draftStepTime}) / ${promptsPerStep} / ${pipelineParallel}`;

export const interleavedTpot = formula(
  "s/tok",
  "Time per output token with prompts in between",
)`(max(0, ${answerSteps} - ${mixedSteps}) * ${decodeStepTime} + ${mixedSteps} * (${mixedStepTime} + ${decodingShare} * ${draftStepTime})) / ${outputTokens} / ${lockStep}`;

/** Taking it in, making tokens of its text and giving it a place: no benchmark tells these apart. */
export const handlingTime = formula(
  "s",
  "Time that a request takes beside all steps: network, tokenizer, scheduling",
)`${promptCorrection} * ${requestTime}`;

/** What a measured TTFT says holds for all that happens until a first token: no benchmark tells its parts apart. */
export const admittedTtft = formula(
  "s",
  "Time to first token once admitted",
)`${handlingTime} + ${prefillStretch} * ${prefillTime} + ${promptCorrection} * ${pipelineDepth} * ${decodeStepTime} + ${promptCorrection} * ${clustering} * max(0, ${rankBatch} - 1) ^ ${clusterOrder} * ${prefillExtra}`;

export const predictedPromptTime = at(
  "prompts",
  "Time of a step of prompts alone, without measurements",
  stepTime,
);

export const promptStepTime = formula(
  "s",
  "Time of a step of prompts alone",
)`${promptCorrection} * ${predictedPromptTime}`;

export const lastStepTime = at(
  "prompts",
  "Time of a prompt's last chunk beyond that of its mean chunk, in a step of prompts alone",
  laterStep,
);

export const batchPrefillTime = formula(
  "s",
  "Time to process prompts together",
)`${promptStepTime} * (1 + (${promptSteps} - 1) / ${pipelineParallel}) + ${promptCorrection} * (1 - 1 / ${pipelineParallel}) * ${lastStepTime}`;

export const batchTtft = formula(
  "s",
  "Time to first token of a batch",
)`${handlingTime} + ${batchWindow} / 2 + ${batchPrefillTime}`;

export const transferTime = formula(
  "s",
  "Time to send a prompt's cache to the replica that answers",
)`if(${prefillReplicas} > 0, ${inputTokens} * ${kvBytesPerToken} / ${networkBandwidth}, 0)`;

export const pooledTime = formula(
  "s",
  "Time until a prompt processed on other replicas is where it is answered",
)`${handlingTime} + ${prefillStretch} * ${batchPrefillTime} + ${promptCorrection} * ${transferTime}`;

export const pooledTtft = formula(
  "s",
  "Time to first token with prompts on replicas of their own",
)`${pooledTime} + ${promptCorrection} * ${decodeStepTime} / ${lockStep}`;
