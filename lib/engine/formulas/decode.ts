import { at, formula } from "@/lib/formula";
import { dataParallel, draftBase, draftPasses, draftTime, rankBalance, tensorParallel } from "../inputs";
import { decodeCorrection } from "./correction";
import { microBatch, tokensPerStep } from "./load";
import { executedStep, stepTime, usefulStep } from "./operators";

/** The time of a decode step. */

export const predictedStepTime = at(
  "decode",
  "Time of a decode step of the model itself, without measurements",
  stepTime,
);

export const targetStepTime = formula(
  "s",
  "Time of a decode step of the model itself",
)`${decodeCorrection} * ${predictedStepTime}`;

export const draftStepTime = formula(
  "s",
  "Time to draft tokens for the step",
)`${decodeCorrection} * ${draftPasses} * (${draftBase} + ${draftTime} * ${microBatch})`;

export const decodeStepTime = formula("s", "Time of a decode step")`${targetStepTime} + ${draftStepTime}`;

export const lockStep = formula(
  "1",
  "Share of its time that an attention rank works instead of waiting for the slowest",
)`if(${dataParallel} > 1, ${rankBalance}, 1)`;

export const executedDecode = at("decode", "Operations of a decode step, padding included", executedStep);
export const usefulDecode = at("decode", "Operations of a decode step that the tokens ask for", usefulStep);

export const executedFlopsPerToken = formula(
  "FLOP/tok",
  "Operations executed per output token, padding included",
)`${executedDecode} * ${tensorParallel} / (${microBatch} * ${tokensPerStep})`;

export const usefulFlopsPerToken = formula(
  "FLOP/tok",
  "Operations that an output token asks for",
)`${usefulDecode} * ${tensorParallel} / (${microBatch} * ${tokensPerStep})`;
