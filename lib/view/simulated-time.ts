import type { OptionEstimate } from "@/lib/engine";
import { type Goal, goalNames, type Statistic, timeOf } from "./goals";
import type { ExplainedNumber } from "./table";

/** "Mean TTFT", "P95 answer time": a time that requests meet, as the simulation has it. */
export const simulatedText = (goal: Goal, at: Statistic): string =>
  `${at === "mean" ? "Mean" : at.toUpperCase()} ${goalNames[goal]}`;

const OF: Record<Goal, string> = {
  ttft: "From sending a request to its first token",
  tpot: "For each output token after the first",
  answer: "From sending a request to its last token",
};

/** What a simulated time is. */
export const simulatedHelp = (goal: Goal): string =>
  `${OF[goal]}: what requests take, simulated with drawn lengths and arrivals.`;

/** Where a simulated time is explained; it has no formula of its own. */
export const simulatedAddress = (goal: Goal, at: Statistic): string => `simulated.${goal}.${at}`;

/** A simulated time of an option as a cell that knows its explanation; null where it is not known. */
export function simulatedCell(
  option: OptionEstimate,
  index: number,
  goal: Goal,
  at: Statistic,
): ExplainedNumber | null {
  const value = timeOf(option, goal, at);
  return value === undefined ? null : { value, option: index, address: simulatedAddress(goal, at) };
}
