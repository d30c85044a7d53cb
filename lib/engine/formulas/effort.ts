import { formula } from "@/lib/formula";
import { inputTokens, prefillReplicas, rankBatch, staticBatching } from "../inputs";
import { decodeStepTime } from "./decode";
import { promptsTogether, tokensPerStep } from "./load";
import { batchPrefillTime, prefillExtra } from "./prompts";

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
)`${decodeStepTime} / ${tokensPerStep} / ${rankBatch}`;
