import type { Plan } from "@/lib/scenario/plan";

/**
 * Tokens of the longest request of a plan with its answer: the last turn of a conversation, or the longest that must fit. It is
 * the figure `fullContext`, which a search and the commands to serve a plan need before any formula is evaluated.
 */
export function longestRequest({ workload, traffic }: Pick<Plan, "workload" | "traffic">): number {
  const { inputTokens, outputTokens, longestInput = 0, longestOutput = 0 } = workload;
  const last = inputTokens + (traffic.turns - 1) * (inputTokens + outputTokens);
  return Math.max(last, longestInput) + Math.max(outputTokens, longestOutput);
}
