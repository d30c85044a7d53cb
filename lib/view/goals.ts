import type { FigureId, OptionEstimate } from "@/lib/engine";
import type { Goals, Scenario } from "@/lib/scenario/schema";

/** The times that a goal may be about: to the first token, between tokens, of the whole answer. */
export type Goal = "ttft" | "tpot" | "answer";
/** Whose time it is: the mean's, or that of all but the slowest share of requests. */
export type Statistic = Goals["ttftAt"];

/** A goal, and the time of an option that it is about; undefined where that is not known. */
export type GoalCheck = { goal: Goal; at: Statistic; limit: number; value: number | undefined };

export const goalIds: readonly Goal[] = ["ttft", "tpot", "answer"];
export const goalNames: Record<Goal, string> = { ttft: "TTFT", tpot: "TPOT", answer: "answer time" };

/** The times that are shown of an option: to the first token and between tokens, and the answer's where it is a goal. */
export const shownGoals = ({ goals }: Pick<Scenario, "goals">): Goal[] =>
  goalIds.filter((goal) => goal !== "answer" || goals.answer !== undefined);

/** The engine's mean of what a goal is about. */
export const meanFigure = { ttft: "ttft", tpot: "tpot", answer: "requestLatency" } as const satisfies Record<
  Goal,
  FigureId
>;

/** Whether the load is said in people's words, so that operating points and percentiles follow from it. */
export const isAsked = ({ traffic }: Pick<Scenario, "traffic">): boolean => traffic.load !== "batch";

/** Whose time a goal is about; the mean's where no goal is set. */
export const statisticOf = ({ goals }: Pick<Scenario, "goals">, goal: Goal): Statistic =>
  goals[goal] === undefined ? "mean" : goals[`${goal}At`];

/** "P95 TTFT", or "TTFT" at the mean. */
export const goalText = (goal: Goal, at: Statistic): string =>
  at === "mean" ? goalNames[goal] : `${at.toUpperCase()} ${goalNames[goal]}`;

/**
 * The time of an option at a statistic; undefined where it is not known. An option whose operating point is found by
 * simulation has the simulated times, at the mean too: the formulas' mean is that of a benchmark, whose clients start
 * together.
 */
export const timeOf = (
  { figures, operation }: OptionEstimate,
  goal: Goal,
  at: Statistic,
): number | undefined =>
  operation
    ? operation.percentiles?.[goal]?.[at]?.value
    : at === "mean"
      ? figures[meanFigure[goal]]
      : undefined;

/** The goals that a scenario sets, each beside the option's own time. */
export const goalChecks = (option: OptionEstimate, scenario: Scenario): GoalCheck[] =>
  goalIds.flatMap((goal): GoalCheck[] => {
    const limit = scenario.goals[goal];
    // Nobody waits for an offline run, and what cannot run is not waited for.
    const batching = option.option.batching ?? scenario.serving.batching;
    if (limit === undefined || batching === "offline" || !option.verdict.feasible) return [];
    const at = statisticOf(scenario, goal);
    return [{ goal, at, limit, value: timeOf(option, goal, at) }];
  });

/** The goals that an option misses; one whose time is not known is not said to be missed. */
export const goalsMissed = (option: OptionEstimate, scenario: Scenario): GoalCheck[] =>
  goalChecks(option, scenario).filter(({ value, limit }) => value !== undefined && value > limit);
