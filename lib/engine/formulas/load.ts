import { constant, formula, perStep } from "@/lib/formula";
import {
  cachedShare,
  chunkLimit,
  inputTokens,
  outputTokens,
  pipelineParallel,
  prefillReplicas,
  rankBatch,
  rowsPerSequence,
  token,
} from "../inputs";

/**
 * What one step processes. A decode step has decoding sequences only; a mixed step also carries a chunk of one
 * prompt; a prompts step has nothing but prompts, those of a whole batch one after the other.
 */

export const meanContext = formula(
  "tok",
  "Mean context of a decoding sequence",
)`${inputTokens} + ${outputTokens} / 2`;

export const newTokens = formula(
  "tok",
  "Prompt tokens that no cached prefix covers",
)`max(${token}, ${inputTokens} * (1 - ${cachedShare}))`;

export const promptPairs = formula(
  "1",
  "Query-key pairs of a causal prompt",
)`${newTokens} / ${token} * ((${inputTokens} - ${newTokens}) / ${token} + ${newTokens} / ${token} / 2)`;

export const prefillChunks = formula(
  "1",
  "Steps that carry a piece of one prompt",
)`ceil(${newTokens} / ${chunkLimit})`;

export const promptsPerStep = formula(
  "1",
  "Prompts that share one such step, so that they keep up with the answers",
)`max(1, min(${chunkLimit} / ${newTokens}, ${rankBatch} * ${prefillChunks} * ${token} / ${outputTokens}))`;

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

export const microBatch = formula(
  "1",
  "Sequences that decode in one step",
)`max(min(1, ${rankBatch}), ${rankBatch} / ${pipelineParallel})`;

export const decodingRows = formula(
  "1",
  "Rows of the decoding sequences",
)`${microBatch} * ${rowsPerSequence}`;

export const promptsTogether = formula(
  "1",
  "Prompts processed together: those of a batch, or as many as a prompt pool fits in a step",
)`if(${prefillReplicas} > 0, max(1, floor(${chunkLimit} / ${newTokens})), ${rankBatch})`;

export const promptSteps = formula(
  "1",
  "Steps that process those prompts",
)`max(1, ceil(${promptsTogether} * ${newTokens} / ${chunkLimit}))`;

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

export const decodeRows = perStep("1", "Decoding rows in the step", {
  decode: decodingRows,
  mixed: decodingRows,
  prompts: none,
});

export const decodeSequences = perStep("1", "Decoding sequences in the step", {
  decode: microBatch,
  mixed: microBatch,
  prompts: none,
});

export const prefillRows = perStep("1", "Prefill rows in the step", {
  decode: none,
  mixed: chunkRows,
  prompts: batchRows,
});

export const pairs = perStep("1", "Query-key pairs of the prefill rows", {
  decode: none,
  mixed: chunkPairs,
  prompts: batchPairs,
});

export const finishing = perStep("1", "Prompts that get their first token", {
  decode: none,
  mixed: finishedPrompts,
  prompts: batchFinished,
});

export const stepRows = formula("1", "Rows in the step")`${decodeRows} + ${prefillRows}`;
