import { formula } from "@/lib/formula";
import {
  buildingFactor,
  electricityPrice,
  knobs,
  secondsPerMonth,
  secondsPerYear,
  token,
  wordsPerToken,
} from "../inputs";
import { usefulFlopsPerToken } from "./decode";
import { inputEffort, outputEffort, promptFlopsPerToken } from "./effort";
import { servedEnergyRate } from "./energy";
import { acceleratorPrice } from "./hour";
import { acceleratorCount } from "./layout";
import { cachedShare, inputTokens } from "./lengths";
import { inputRate, outputRate, requestRate } from "./serving";

const { cachedRatio, costRule, outputRatio, outputTokens, owned, turns, utilisation } = knobs;

/** What a token costs when the accelerators are paid by the hour. */

export const costRate = formula(
  "USD/s",
  "Cost of all accelerators",
)`${acceleratorCount} * ${acceleratorPrice}`;

/** Rented hours hold it already. */
export const ownElectricity = formula(
  "USD/s",
  "Electricity of owned hardware, carried by the time that serves",
)`if(${owned} > 0, ${servedEnergyRate} * ${buildingFactor} * ${electricityPrice}, 0)`;

export const servedRate = formula(
  "USD/s",
  "Cost carried by the time that serves",
)`${costRate} / ${utilisation} + ${ownElectricity}`;

/** The weight of an input token beside an output token's effort, by the rule that splits the bill. */
export const inputWeight = formula(
  "s/tok",
  "What one more input token counts in the bill",
)`if(${costRule} == 1, ${outputEffort} / ${outputRatio}, if(${costRule} == 2, ${outputEffort} * ${promptFlopsPerToken} / ${usefulFlopsPerToken}, ${inputEffort}))`;

export const effortPrice = formula(
  "USD/s",
  "Cost of one second of effort, so that all tokens together pay for everything",
)`${servedRate} / (${inputRate} * ${inputWeight} + ${outputRate} * ${outputEffort})`;

export const costPerInputToken = formula("USD/tok", "Cost per input token")`${effortPrice} * ${inputWeight}`;

/** New and cached tokens of a prompt together pay what its tokens pay on average. */
export const costPerNewToken = formula(
  "USD/tok",
  "Cost per input token that no cache holds",
)`${costPerInputToken} / (1 - ${cachedShare} + ${cachedShare} * ${cachedRatio})`;

export const costPerCachedToken = formula(
  "USD/tok",
  "Cost per input token from the cache",
)`${costPerNewToken} * ${cachedRatio}`;

export const costPerOutputToken = formula(
  "USD/tok",
  "Cost per output token",
)`${effortPrice} * ${outputEffort}`;

export const costPerToken = formula(
  "USD/tok",
  "Cost per token, input and output together",
)`${servedRate} / (${inputRate} + ${outputRate})`;

export const costPerGeneratedToken = formula(
  "USD/tok",
  "All cost on the output tokens",
)`${servedRate} / ${outputRate}`;

export const costPerRequest = formula(
  "USD",
  "Cost per request",
)`${costPerInputToken} * ${inputTokens} + ${costPerOutputToken} * ${outputTokens}`;

export const costPerConversation = formula("USD", "Cost per conversation")`${costPerRequest} * ${turns}`;

/** All that is paid on the words that are written, as a price per word is quoted. */
export const costPerWord = formula(
  "USD",
  "Cost per word of an answer",
)`${costPerGeneratedToken} * ${token} / ${wordsPerToken}`;

export const monthlyCost = formula(
  "USD",
  "Cost of the accelerators per month",
)`(${costRate} + ${utilisation} * ${ownElectricity}) * ${secondsPerMonth}`;

export const annualCost = formula(
  "USD",
  "Cost of the accelerators per year",
)`(${costRate} + ${utilisation} * ${ownElectricity}) * ${secondsPerYear}`;

export const monthlyRequests = formula(
  "1",
  "Requests served per month",
)`${requestRate} * ${utilisation} * ${secondsPerMonth}`;

export const monthlyInputTokens = formula(
  "tok",
  "Input tokens served per month",
)`${monthlyRequests} * ${inputTokens}`;

export const monthlyOutputTokens = formula(
  "tok",
  "Output tokens served per month",
)`${monthlyRequests} * ${outputTokens}`;

export const annualTokens = formula(
  "tok",
  "Tokens served per year",
)`(${inputRate} + ${outputRate}) * ${utilisation} * ${secondsPerYear}`;
