import { at, formula } from "@/lib/formula";
import {
  acceptance,
  concurrency,
  dataParallel,
  draftBase,
  draftPasses,
  draftTime,
  draftTokens,
  rankBalance,
  token,
} from "../inputs";
import { microBatch } from "./load";
import { stepTime } from "./operators";

/** The time of a decode step, and how many tokens a sequence gains in it. */

export const targetStepTime = at("decode", "Time of a decode step of the model itself", stepTime);

export const draftStepTime = formula(
  "s",
  "Time to draft tokens for the step",
)`${draftPasses} * (${draftBase} + ${draftTime} * ${microBatch})`;

export const decodeStepTime = formula("s", "Time of a decode step")`${targetStepTime} + ${draftStepTime}`;

/** The drafted tokens that are accepted in a row, and the one that the model itself adds. */
export const tokensPerStep = formula("tok", "Tokens that a sequence gains per decode step", {
  source: "leviathan-2023",
})`${token} * if(${draftTokens} > 0, (1 - ${acceptance} ^ (${draftTokens} + 1)) / (1 - ${acceptance}), 1)`;

export const lockStep = formula(
  "1",
  "Share of its time that an attention rank works instead of waiting for the slowest",
)`if(${dataParallel} > 1, ${rankBalance}, 1)`;

export const rankConcurrency = formula(
  "1",
  "Requests in flight per attention rank",
)`${concurrency} / ${dataParallel}`;
