import type { Plan } from "@/lib/scenario/plan";
import type { Statistic, Timed } from "../simulate/percentiles";

/** One of the times that a plan must keep, and for which of its requests. */
export interface Goal {
  readonly of: Exclude<Timed, "queue">;
  readonly at: Statistic;
  /** Seconds, or seconds per token. */
  readonly most: number;
}

/**
 * A goal that is not kept: what is reached instead, and how many times too much or too little that is. A demand that is
 * not served counts as one: requests per second asked for and served.
 */
export interface Missing extends Omit<Goal, "of"> {
  readonly of: Goal["of"] | "rate";
  readonly reached: number;
  readonly times: number;
}

/** The goals that a plan has, none where nobody set one. */
export function goalsOf({ goals }: Pick<Plan, "goals">): Goal[] {
  const { ttft, ttftAt, tpot, tpotAt, answer, answerAt } = goals;
  const set: (Omit<Goal, "most"> & { most: number | undefined })[] = [
    { of: "ttft", at: ttftAt, most: ttft },
    { of: "tpot", at: tpotAt, most: tpot },
    { of: "answer", at: answerAt, most: answer },
  ];
  return set.flatMap((goal) => (goal.most === undefined ? [] : [{ ...goal, most: goal.most }]));
}

/** What reaches too high. */
export const missed = (goals: readonly Goal[], reached: (goal: Goal) => number): Missing[] =>
  goals
    .map((goal) => ({ ...goal, reached: reached(goal), times: reached(goal) / goal.most }))
    .filter(({ times }) => !(times <= 1));

/** Whether a goal is for other requests than the mean, which only simulated times can keep. */
export const asksPercentiles = (plan: Pick<Plan, "goals">): boolean =>
  goalsOf(plan).some(({ at }) => at !== "mean");

/** Whether a plan's operating point is found by simulation: for a traffic, and where a goal is for a percentile. */
export const isSimulated = (plan: Pick<Plan, "goals" | "traffic" | "serving">): boolean =>
  plan.traffic.load !== "batch" || (plan.serving.batching !== "offline" && asksPercentiles(plan));
