import {
  type Estimate,
  type FigureId,
  isRefused,
  type Lookup,
  type OptionEstimate,
  type SweepLoad,
  sweep,
} from "@/lib/engine";
import type { PlanCurrency } from "@/lib/scenario/currency";
import type { Option } from "@/lib/scenario/schema";
import { inCurrency } from "./currency";
import { figureColumn } from "./figure-column";
import { goalText, statisticOf } from "./goals";
import { type KeptBasis, keptAt } from "./kept-point";
import { logTicks } from "./log-axis";
import { operatingScenario } from "./operating";
import { optionNames } from "./option-name";
import type { Table } from "./table";

/** Points of one option's line, from one request in flight to as many as its memory holds. */
const POINTS = 24;

/** What the engine is asked for at each load, in this order. */
export const frontierFigures = [
  "userRate",
  "costPerToken",
  "ttft",
  "tpot",
  "outputRate",
  "requestLatency",
  "requestRate",
] as const satisfies readonly FigureId[];

/** An option at one load: USD/tok against tok/s per user. */
export type FrontierPoint = {
  batch: number;
  userRate: number;
  cost: number;
  /** Null for an offline run, where all requests wait from the start. */
  ttft: number | null;
  tpot: number;
  outputRate: number;
  /** The plan's own load. */
  current: boolean;
  /** The configuration, where it is not an option of the plan at another load. */
  setting?: Option;
  /** Within the plan's goals, as far as the series' basis tells. */
  kept: boolean;
};

export type FrontierSeries = {
  /** Its place among the options; absent for what is none of them. */
  option?: number;
  name: string;
  accelerator: string;
  points: FrontierPoint[];
  /** What it is judged by whether a point keeps the goals. */
  basis: KeptBasis;
};

/** The chart: a line an option, ticks of both logarithmic axes, and why options are not drawn. */
export type Frontier = {
  series: FrontierSeries[];
  rates: number[];
  costs: number[];
  /** tok/s per user that the goal for the time per token asks for, and the goal in words. */
  rateGoal?: number;
  rateGoalText?: string;
  leftOut: { name: string; why: string }[];
  /** What costs are shown in; US dollars where it is absent. */
  currency?: PlanCurrency;
};

/** Batches at equal ratios from 1 to the option's capacity, with the plan's own among them. */
export function frontierBatches(capacity: number, batch: number): number[] {
  const most = Math.max(1, Math.floor(capacity));
  const spread = Array.from({ length: POINTS }, (_, step) => Math.round(most ** (step / (POINTS - 1))));
  return [...new Set([...spread, batch])].sort((a, b) => a - b);
}

/** The loads to sweep for each option; none for an option that cannot be drawn. */
export function frontierLoads({ scenario, options }: Estimate): SweepLoad[][] {
  const { inputTokens, outputTokens } = scenario.workload;
  return options.map((option) => {
    const batch = batchOf(option, { scenario });
    if (whyNot(option)) return [];
    const capacity = option.figures.batchCapacity ?? 1;
    // An offline run always takes as many together as fit.
    const batches = isOffline(scenario) ? [capacity] : frontierBatches(capacity, batch);
    return batches.map((each) => ({ inputTokens, outputTokens, batch: each }));
  });
}

/** Requests in flight on a replica of the option: those found for the traffic, or its own where it says them. */
const batchOf = ({ option, operation }: OptionEstimate, { scenario }: Pick<Estimate, "scenario">): number =>
  operation?.patch.batch ?? option.batch ?? scenario.workload.batch;

const isOffline = ({ serving }: Estimate["scenario"]) => serving.batching === "offline";

function whyNot({ verdict, figures }: OptionEstimate): string | null {
  if (!verdict.feasible) return verdict.reason === "memory" ? "does not fit" : "cannot run";
  return figures.costPerToken ? null : "has no price";
}

/** The cost of every option over its whole range of loads. `lookup` has the scenario's own records in front. */
export function frontierOf(estimate: Estimate, lookup: Lookup): Frontier {
  const scenario = operatingScenario(estimate);
  const swept = frontierLoads(estimate).map((loads, index) => {
    const rows = loads.length > 0 ? sweep(scenario, index, lookup, loads, frontierFigures) : [];
    return isRefused(rows) ? [] : rows;
  });
  return frontier(estimate, swept);
}

/** What buying speed costs: `swept` holds a row of `frontierFigures` for each of `frontierLoads`. */
export function frontier(estimate: Estimate, swept: readonly (readonly (number[] | null)[])[]): Frontier {
  const { tpot: tpotGoal } = estimate.scenario.goals;
  const names = optionNames(estimate);
  const loads = frontierLoads(estimate);
  const all = estimate.options.map((option, index) => {
    const { basis, keeps } = keptAt(estimate, option);
    const points = (loads[index] ?? []).flatMap(({ batch }, step): FrontierPoint[] => {
      const row = swept[index]?.[step];
      if (!row) return [];
      const [userRate = 0, cost = 0, ttft = 0, tpot = 0, outputRate = 0, requestLatency = 0, rate = 0] = row;
      const figures = { batch, userRate, cost, tpot, outputRate };
      if (isOffline(estimate.scenario)) return [{ ...figures, ttft: null, kept: true, current: true }];
      const kept = keeps({ ttft, tpot, requestLatency, rate });
      return [{ ...figures, ttft, kept, current: batch === batchOf(option, estimate) }];
    });
    return { option: index, name: names[index] ?? "", accelerator: option.accelerator.id, points, basis };
  });
  const series = all.filter(({ points }) => points.length > 0);
  const points = series.flatMap((one) => one.points);
  return {
    series,
    rates: ticks(points.map(({ userRate }) => userRate)),
    ...costAxis(
      points.map(({ cost }) => cost),
      estimate.scenario,
    ),
    ...(tpotGoal && !isOffline(estimate.scenario) ? rateGoalOf(estimate.scenario, tpotGoal) : {}),
    leftOut: estimate.options.flatMap((option, index) => {
      const why = whyNot(option);
      return why ? [{ name: names[index] ?? "", why }] : [];
    }),
  };
}

/** Ticks around what is drawn, with a little room. */
export const ticks = (values: number[]): number[] =>
  values.length > 0 ? logTicks(Math.min(...values) * 0.98, Math.max(...values) * 1.02) : [];

/** The ticks of costs (USD/tok), round in the plan's currency for a million tokens. */
export function costAxis(
  costs: readonly number[],
  { currency }: Pick<Estimate["scenario"], "currency">,
): Pick<Frontier, "costs" | "currency"> {
  const shown = 1e6 * (currency?.perDollar ?? 1);
  return {
    costs: ticks(costs.map((cost) => cost * shown)).map((cost) => cost / shown),
    ...(currency ? { currency } : {}),
  };
}

/** The speed that a goal for the time per token (s) asks for. */
export const rateGoalOf = (scenario: Estimate["scenario"], tpot: number) => ({
  rateGoal: 1 / tpot,
  rateGoalText: `${goalText("tpot", statisticOf(scenario, "tpot"))} goal`,
});

/** One row a point: the table behind the frontier and its CSV. */
export function frontierTable({ series, currency }: Frontier): Table {
  const table: Table = {
    id: "frontier",
    title: "Cost against speed",
    columns: [
      { id: "option", label: "Option", kind: "text" },
      { id: "batch", label: "Batch", unit: "req", kind: "number" },
      ...(["userRate", "costPerToken", "outputRate", "ttft", "tpot"] as const).map(figureColumn),
      { id: "kept", label: "Within goals", kind: "text" },
    ],
    rows: series.flatMap(({ name, points }) =>
      points.map(({ current: _, setting: __, kept, cost, ...figures }) => ({
        option: name,
        ...figures,
        costPerToken: cost,
        kept: kept ? "yes" : "no",
      })),
    ),
  };
  return inCurrency(table, currency);
}
