import type { Estimate, OptionEstimate } from "@/lib/engine";
import { grouped } from "@/lib/units";
import { figureColumn } from "./figure-column";
import { type Goal, meanFigure, type Statistic, shownGoals, statisticOf } from "./goals";
import type { Interval } from "./headline";
import { percent } from "./percent";
import { simulatedCell, simulatedText } from "./simulated-time";
import type { Column, Table } from "./table";

/** A time of the requests of the busiest hour, and whose it is. */
export type SimulatedTime = { id: string; goal: Goal; at: Statistic; label: string; unit: string };

/** By definition: the 90th percentile of a standard normal distribution. */
const P90 = 1.2816;

/** The times to show of a traffic: the statistic that a goal is for, P95 where it is for none, and the mean. */
export function simulatedTimes({ scenario, options }: Estimate): SimulatedTime[] {
  if (!options.some(({ operation }) => operation)) return [];
  return shownGoals(scenario).flatMap((goal) => {
    const at = statisticOf(scenario, goal);
    const { unit = "s" } = figureColumn(meanFigure[goal]);
    return [at === "mean" ? "p95" : at, "mean" as const].map((each) => ({
      id: `${goal}-${each}`,
      goal,
      at: each,
      label: simulatedText(goal, each),
      unit,
    }));
  });
}

/**
 * A simulated time with its range: that of the prediction of the same time under a benchmark, which the steps that are
 * simulated share, and what so few simulated requests leave open. Null where it was not simulated.
 */
export function simulatedInterval(option: OptionEstimate, goal: Goal, at: Statistic): Interval | null {
  const found = option.operation?.percentiles?.[goal][at];
  const figure = option.figures[meanFigure[goal]];
  const range = option.ranges[meanFigure[goal]];
  if (!found || !figure || !range) return null;
  const { value, error } = found;
  const sampled = (P90 * error) / value;
  const factor = (end: number) => Math.exp(Math.hypot(Math.log(end / figure), sampled));
  return {
    value,
    low: value / factor(range.low),
    high: value * factor(range.high),
    basis: `${range.basis}; and a standard error of the simulation of ${percent(error / value, 1)}`,
  };
}

/** Columns of the simulated times, for a table with a row an option. */
export const simulatedColumns = (estimate: Estimate): Column[] =>
  simulatedTimes(estimate).map(({ id, label, unit }) => ({ id, label, unit, kind: "number" }));

/** The cells under these columns. */
export const simulatedCells = (estimate: Estimate, index: number): Table["rows"][number] =>
  Object.fromEntries(
    simulatedTimes(estimate).map(({ id, goal, at }) => [
      id,
      simulatedCell(estimate.options[index] as OptionEstimate, index, goal, at),
    ]),
  );

/** Whose requests were simulated: those of the busiest hour, or of as many people as a batch that is asked for. */
export function simulatedOf({ scenario }: Estimate, { operation, option }: OptionEstimate): string {
  if (operation?.demand) return "In the busiest hour";
  const people = Math.max(1, Math.round(option.batch ?? scenario.workload.batch));
  return people === 1 ? "With one who asks again at once" : `With ${grouped(people)} who ask again at once`;
}
