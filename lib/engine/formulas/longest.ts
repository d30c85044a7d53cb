import { constant, formula } from "@/lib/formula";
import { dataParallel, knobs, rankBatch } from "../inputs";
import { fullAnswer } from "./lengths";

const { longestOutput, outputSpread, outputTokens } = knobs;

/**
 * How long the longest answer of a batch is, when lengths are lognormal: the largest of n draws. A batch that runs to its
 * end keeps all its places until then.
 */

export const logarithmOfTwo = constant("1", Math.LN2, "Natural logarithm of two");

/** Source: blom-1958. */
export const rankShift = constant("1", 0.375, "Shift of a rank among draws towards its middle");

/**
 * Source: joiner-rosenblatt-1971, for a distribution of this form that is nearly normal. By definition of its moments: this
 * order gives it a normal's kurtosis of 3, this scale a variance of 1.
 */
const ofLambda = { source: "joiner-rosenblatt-1971" };
export const lambdaOrder = constant(
  "1",
  0.1349,
  "Order at which a lambda distribution is nearly normal",
  ofLambda,
);
export const lambdaScale = constant("1", 0.1975, "Scale at which it has the normal's spread", ofLambda);

/** Chosen on tables of normal order statistics for 2 to 100 draws, within 0.04. */
export const maximumNarrowing = constant("1", 0.55, "How each doubling of the draws narrows their largest");

export const answersTogether = formula("1", "Answers of a batch")`max(1, ${rankBatch} * ${dataParallel})`;

export const largestNormal = formula("1", "Largest of so many normal draws, on average", {
  source: "joiner-rosenblatt-1971",
})`(((${answersTogether} - ${rankShift}) / (${answersTogether} + 1 - 2 * ${rankShift})) ^ ${lambdaOrder} - ((1 - ${rankShift}) / (${answersTogether} + 1 - 2 * ${rankShift})) ^ ${lambdaOrder}) / ${lambdaScale}`;

export const largestVariance = formula(
  "1",
  "Variance of the largest of so many normal draws",
)`1 / (1 + ${maximumNarrowing} * log2(${answersTogether}))`;

export const logarithmicVariance = formula(
  "1",
  "Variance of the answers' lengths in logarithms, over that of two",
)`log2(1 + ${outputSpread} ^ 2)`;

export const largestAnswer = formula(
  "tok",
  "Longest answer of a batch that nothing limits, on average",
)`${outputTokens} * 2 ^ (${largestNormal} * (${logarithmicVariance} / ${logarithmOfTwo}) ^ 0.5 - ${logarithmicVariance} / 2 * (1 - ${largestVariance}))`;

export const longestAnswer = formula(
  "tok",
  "Longest answer of a batch, on average",
)`if(${longestOutput} > 0, min(${largestAnswer}, ${fullAnswer}), ${largestAnswer})`;
