import { formula } from "@/lib/formula";
import { cachedPrefix, longestInput, outputTokens, prefixCaching, turns, turnTokens } from "../inputs";

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
