import { constant, formula } from "@/lib/formula";
import { knobs, prefixCaching } from "../inputs";

const {
  cachedPrefix,
  inputSpread,
  longestInput,
  longestOutput,
  outputSpread,
  outputTokens,
  turns,
  turnTokens,
} = knobs;

/** How long prompts are: what is new in a request, and the conversation before it. */

/** The first turn has none before it, the last all the others: on average half of them. */
export const historyTokens = formula(
  "tok",
  "Conversation that a request carries with it on average",
)`(${turns} - 1) / 2 * (${turnTokens} + ${outputTokens})`;

export const inputTokens = formula("tok", "Input tokens per request")`${turnTokens} + ${historyTokens}`;

/** What was said before is there since the turn before; of what is new a share may be, such as a system prompt. */
export const cachedShare = formula(
  "1",
  "Share of the prompt found in the prefix cache",
)`${prefixCaching} * (1 - ${turnTokens} * (1 - ${cachedPrefix}) / ${inputTokens})`;

export const lastPrompt = formula(
  "tok",
  "Prompt of a conversation's last turn",
)`${turnTokens} + (${turns} - 1) * (${turnTokens} + ${outputTokens})`;

export const longestPrompt = formula(
  "tok",
  "Longest prompt that must fit",
)`max(${lastPrompt}, ${longestInput})`;

export const fullAnswer = formula(
  "tok",
  "Longest answer that must fit",
)`max(${outputTokens}, ${longestOutput})`;

/** By judgement: what all but some in a hundred requests stay below, whatever the form of their lengths. */
export const reservedSpreads = constant("1", 3, "Standard deviations above the mean that are reserved for");

export const reservedContext = formula(
  "tok",
  "Context that a cache without paging reserves for every request",
)`max(${longestPrompt}, ${inputTokens} * (1 + ${reservedSpreads} * ${inputSpread})) + if(${longestOutput} > 0, ${fullAnswer}, ${outputTokens} * (1 + ${reservedSpreads} * ${outputSpread}))`;
