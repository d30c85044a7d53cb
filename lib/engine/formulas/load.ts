import { constant, formula, perStep } from "@/lib/formula";
import {
  acceptance,
  answeringPerPool,
  concurrency,
  dataParallel,
  draftTokens,
  givenFinished,
  givenPairs,
  givenPrompts,
  givenSequences,
  knobs,
  pipelineParallel,
  poolBatch,
  prefillReplicas,
  prefixCaching,
  rankBatch,
  rowsPerSequence,
  staticBatching,
  token,
} from "../inputs";
import { historyTokens, inputTokens } from "./lengths";

const { cachedPrefix, chunkLimit, outputTokens, turnTokens } = knobs;

/**
 * What one step processes. A decode step has decoding sequences only; a mixed step also carries a chunk of one
 * prompt; a prompts step has nothing but prompts, those of a whole batch one after the other; a given step has what a
 * simulated scheduler puts into it.
 */

export const meanContext = formula(
  "tok",
  "Mean context of a decoding sequence",
)`${inputTokens} + ${outputTokens} / 2`;

export const newTokens = formula(
  "tok",
  "Prompt tokens that no cached prefix covers",
)`max(${token}, ${turnTokens} * (1 - ${prefixCaching} * ${cachedPrefix}) + (1 - ${prefixCaching}) * ${historyTokens})`;

export const promptPairs = formula(
  "1",
  "Query-key pairs of a causal prompt",
)`${newTokens} / ${token} * ((${inputTokens} - ${newTokens}) / ${token} + ${newTokens} / ${token} / 2)`;

/** A scheduler fills its steps across prompts, so that the last piece of one shares a step with the first of another. */
export const prefillChunks = formula(
  "1",
  "Steps that one prompt fills",
)`max(1, ${newTokens} / ${chunkLimit})`;

/** Chunks of a prompt are equal but for what they attend to: all that is there before them. */
export const laterReach = formula(
  "tok",
  "Tokens that a row of a prompt's last chunk attends to beyond the mean of all its rows",
)`max(0, ${newTokens} - ${chunkLimit}) / 2`;

/** The drafted tokens that are accepted in a row, and the one that the model itself adds. */
export const tokensPerStep = formula("tok", "Tokens that a sequence gains per decode step", {
  source: "leviathan-2023",
})`${token} * if(${draftTokens} > 0, (1 - ${acceptance} ^ (${draftTokens} + 1)) / (1 - ${acceptance}), 1)`;

export const answerSteps = formula(
  "1",
  "Decode steps that an answer takes",
)`max(1, ${outputTokens} / ${tokensPerStep})`;

export const promptsPerStep = formula(
  "1",
  "Prompts that share one such step, so that they keep up with the answers",
)`max(1, min(${chunkLimit} / ${newTokens}, ${rankBatch} / ${pipelineParallel} * ${prefillChunks} / ${answerSteps}))`;

/** A request alone meets no other's prompt; the fitted law holds from two on. */
export const othersPrompts = formula(
  "1",
  "Whether prompts of other requests come between the steps of an answer",
)`max(0, min(1, ${concurrency} - 1))`;

export const chunkSteps = formula(
  "1",
  "Steps with a prompt chunk while each sequence of the batch is replaced once",
)`${rankBatch} * ${prefillChunks} / ${promptsPerStep} / ${pipelineParallel}`;

export const mixedSteps = formula(
  "1",
  "Steps with a prompt chunk while a sequence writes its answer",
)`${othersPrompts} * ${chunkSteps}`;

/** Prompts that need more steps than answers have tokens leave a sequence nothing to do in some of them. */
export const decodingShare = formula(
  "1",
  "Share of the batch that decodes in a step with a prompt chunk",
)`min(1, ${answerSteps} / max(1, ${chunkSteps}))`;

export const chunkRows = formula(
  "1",
  "Prompt rows in one such step",
)`${promptsPerStep} * ${newTokens} / ${token} / ${prefillChunks}`;

export const chunkPairs = formula(
  "1",
  "Query-key pairs in one such step",
)`${promptsPerStep} * ${promptPairs} / ${prefillChunks}`;

export const finishedPrompts = formula(
  "1",
  "Prompts that end in one such step",
)`${promptsPerStep} / ${prefillChunks}`;

export const rankConcurrency = formula(
  "1",
  "Requests in flight per attention rank",
)`${concurrency} / ${dataParallel}`;

export const microBatch = formula(
  "1",
  "Sequences that decode in one step",
)`max(min(1, ${rankConcurrency}), ${rankBatch} / ${pipelineParallel})`;

export const decodingRows = formula(
  "1",
  "Rows of the decoding sequences",
)`${microBatch} * ${rowsPerSequence}`;

/** By Little's law: the requests that are not answered yet, or all of them where batches start together. */
export const pooledPrompts = formula(
  "1",
  "Prompts before the replicas that answer, for each attention rank that only processes prompts",
)`max(0, ${rankConcurrency} - if(${staticBatching} > 0, 0, ${rankBatch})) * ${answeringPerPool}`;

export const promptsTogether = formula(
  "1",
  "Prompts processed together: those of a batch, or those that a prompt pool has at a time",
)`if(${prefillReplicas} > 0, ${poolBatch}, ${rankBatch})`;

export const promptSteps = formula(
  "1",
  "Steps that process those prompts",
)`max(1, ${promptsTogether} * ${newTokens} / ${chunkLimit})`;

export const batchRows = formula(
  "1",
  "Prompt rows in one of those steps",
)`${promptsTogether} * ${newTokens} / ${token} / ${promptSteps}`;

export const batchPairs = formula(
  "1",
  "Query-key pairs in one of those steps",
)`${promptsTogether} * ${promptPairs} / ${promptSteps}`;

export const batchFinished = formula(
  "1",
  "Prompts that end in one of those steps",
)`${promptsTogether} / ${promptSteps}`;

export const none = constant("1", 0, "None");

export const mixedRows = formula(
  "1",
  "Decoding rows in a step with a prompt chunk",
)`${decodingShare} * ${decodingRows}`;

export const mixedSequences = formula(
  "1",
  "Decoding sequences in a step with a prompt chunk",
)`${decodingShare} * ${microBatch}`;

export const givenRows = formula(
  "1",
  "Decoding rows in a simulated step",
)`${givenSequences} * ${rowsPerSequence}`;

export const decodeRows = perStep("1", "Decoding rows in the step", {
  decode: decodingRows,
  mixed: mixedRows,
  prompts: none,
  given: givenRows,
});

export const decodeSequences = perStep("1", "Decoding sequences in the step", {
  decode: microBatch,
  mixed: mixedSequences,
  prompts: none,
  given: givenSequences,
});

export const prefillRows = perStep("1", "Prefill rows in the step", {
  decode: none,
  mixed: chunkRows,
  prompts: batchRows,
  given: givenPrompts,
});

export const pairs = perStep("1", "Query-key pairs of the prefill rows", {
  decode: none,
  mixed: chunkPairs,
  prompts: batchPairs,
  given: givenPairs,
});

export const finishing = perStep("1", "Prompts that get their first token", {
  decode: none,
  mixed: finishedPrompts,
  prompts: batchFinished,
  given: givenFinished,
});

export const stepRows = formula("1", "Rows in the step")`${decodeRows} + ${prefillRows}`;
