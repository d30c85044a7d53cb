import { constant, formula, perStep } from "@/lib/formula";
import { chunkLimit, inputTokens, outputTokens, pipelineParallel, rankBatch, token } from "../inputs";

/** What one step processes. A decode step has decoding sequences only; a mixed step also carries a prefill chunk. */

export const meanContext = formula(
  "tok",
  "Mean context of a decoding sequence",
)`${inputTokens} + ${outputTokens} / 2`;

export const prefillChunks = formula(
  "1",
  "Steps that carry a piece of one prompt",
)`ceil(${inputTokens} / ${chunkLimit})`;

export const chunkLength = formula(
  "tok",
  "Prompt tokens in one such step",
)`${inputTokens} / ${prefillChunks}`;

export const chunkPairs = formula(
  "1",
  "Query-key pairs of a causal prompt in one such step",
)`(${inputTokens} / ${token}) ^ 2 / 2 / ${prefillChunks}`;

export const microBatch = formula(
  "1",
  "Sequences that decode in one step",
)`${rankBatch} / ${pipelineParallel}`;

export const none = constant("1", 0, "None");
export const promptRows = formula("1", "Rows of a prompt chunk")`${chunkLength} / ${token}`;
export const finishedPrompts = formula("1", "Prompts that end in one such step")`1 / ${prefillChunks}`;

export const decodeRows = perStep("1", "Decoding rows in the step", {
  decode: microBatch,
  mixed: microBatch,
});
export const prefillRows = perStep("1", "Prefill rows in the step", { decode: none, mixed: promptRows });
export const pairs = perStep("1", "Query-key pairs of the prefill rows", { decode: none, mixed: chunkPairs });
export const finishing = perStep("1", "Prompts that get their first token", {
  decode: none,
  mixed: finishedPrompts,
});
export const stepRows = formula("1", "Rows in the step")`${decodeRows} + ${prefillRows}`;
