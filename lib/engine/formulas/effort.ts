import { at, formula } from "@/lib/formula";
import { knobs, prefillReplicas, rankBatch, staticBatching, tensorParallel, token } from "../inputs";
import { decodeStepTime, usefulDecode } from "./decode";
import { inputTokens } from "./lengths";
import { batchRows, chunkRows, decodingShare, newTokens, promptsTogether, tokensPerStep } from "./load";
import { usefulStep } from "./operators";
import { batchPrefillTime, prefillExtra } from "./prompts";
import { servedAnswer } from "./serving";

const { outputTokens } = knobs;

/** The time of a replica that one more token takes, by which cost and power are split. */

export const promptEffort = formula(
  "s",
  "Replica time that one prompt takes",
)`if(${staticBatching} + ${prefillReplicas} > 0, ${batchPrefillTime} / ${promptsTogether}, ${prefillExtra})`;

export const inputEffort = formula(
  "s/tok",
  "Replica time that one more input token takes",
)`${promptEffort} / ${inputTokens}`;

export const outputEffort = formula(
  "s/tok",
  "Replica time that one more output token takes",
)`${decodeStepTime} / ${tokensPerStep} / ${rankBatch} * ${servedAnswer} / ${outputTokens}`;

export const usefulMixed = at(
  "mixed",
  "Operations of a step with a prompt chunk that the tokens ask for",
  usefulStep,
);
export const usefulPrompts = at(
  "prompts",
  "Operations of a step of prompts that the tokens ask for",
  usefulStep,
);

/** What the decoding rows of the same step ask for is theirs. A token from the cache asks for nothing. */
export const promptFlopsPerToken = formula(
  "FLOP/tok",
  "Operations that an input token asks for",
)`if(${staticBatching} + ${prefillReplicas} > 0, ${usefulPrompts} / ${batchRows}, (${usefulMixed} - ${decodingShare} * ${usefulDecode}) / ${chunkRows}) * ${tensorParallel} / ${token} * ${newTokens} / ${inputTokens}`;
