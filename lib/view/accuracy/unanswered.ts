import type { Answer } from "@/lib/accuracy/predict";

/** Why measurements could not be answered, and how many for each reason, the commonest first. */
export function unansweredReasons(answers: readonly Answer[]): { reason: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { predicted, reason } of answers)
    if (predicted === null) counts.set(reason ?? "", (counts.get(reason ?? "") ?? 0) + 1);
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
}
