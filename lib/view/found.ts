import { estimate, type Lookup } from "@/lib/engine";
import type { Findings, OnFront, Reason, Way } from "@/lib/engine/explore";
import { fields } from "@/lib/scenario/fields";
import type { Option, Scenario } from "@/lib/scenario/schema";
import { grouped } from "@/lib/units";
import { evidenceOf, evidenceText } from "./board/evidence";
import { priceParts } from "./board/price-columns";
import type { CatalogRecords } from "./catalog-records";
import { inCurrency } from "./currency";
import { figureColumn } from "./figure-column";
import { costAxis, type Frontier, type FrontierPoint, rateGoalOf, ticks } from "./frontier";
import { goalIds, meanFigure, shownGoals, statisticOf } from "./goals";
import type { KeptBasis } from "./kept-point";
import { simulatedText } from "./simulated-time";
import type { Column, Table } from "./table";

type Names = Pick<CatalogRecords, "accelerators" | "formats">;

/** "4 × NVIDIA H200 SXM". */
function named({ accelerator }: Option, count: number, scenario: Scenario, names: Names): string {
  const record = scenario.custom?.accelerators?.[accelerator] ?? names.accelerators[accelerator];
  const name = record?.name ?? accelerator;
  return count === 1 ? name : `${grouped(count)} × ${name}`;
}

/** The accelerators of one replica. */
const replicaName = (option: Option, scenario: Scenario, names: Names): string =>
  named(option, option.tp * option.pp * option.dp, scenario, names);

/** "TP 4 × PP 2, FP8, TensorRT-LLM": what else an option says of itself. */
function settingText(option: Option, { serving }: Scenario, { formats }: Names): string {
  const { tp, pp, dp, ep } = option;
  const split = [`TP ${tp}`, pp > 1 && `PP ${pp}`, dp > 1 && `DP ${dp}`, ep > 1 && `EP ${ep}`];
  const nameOf = (id: string) => formats[id]?.name ?? id;
  const engine = option.engine ?? serving.engine;
  const server = fields["serving.engine"].choices.find(({ value }) => value === engine)?.label ?? engine;
  // A search proposes none; an option of the plan's own may have it.
  const drafting =
    option.speculation === undefined || option.speculation === "none"
      ? ""
      : fields["serving.speculation"].choices.find(({ value }) => value === option.speculation)?.label;
  const cache = nameOf(option.kvCache ?? serving.kvCache);
  return [
    split.filter(Boolean).join(" × "),
    nameOf(option.weights ?? serving.weights),
    `${cache} cache`,
    server,
    drafting,
  ]
    .filter(Boolean)
    .join(", ");
}

/**
 * One row a way to serve it, cheapest first: what it costs and at which price of which day, the times that the goals are
 * about, as the board judges them, and what its numbers rest on.
 */
export function foundTable(ways: readonly Way[], scenario: Scenario, names: Names, lookup: Lookup): Table {
  const { options } = estimate({ ...scenario, options: ways.map(({ settled }) => settled) }, lookup);
  const goals = shownGoals(scenario);
  const timeColumn = (goal: (typeof goals)[number]): Column => {
    const { label, ...column } = figureColumn(meanFigure[goal]);
    const isSimulated = ways.some(({ percentiles }) => percentiles);
    return {
      ...column,
      id: goal,
      label: isSimulated ? simulatedText(goal, statisticOf(scenario, goal)) : label,
    };
  };
  const table: Table = {
    id: "found",
    title: "Cheapest ways to serve it",
    columns: [
      { id: "fleet", label: "Accelerators", kind: "text" },
      { id: "setting", label: "Layout, formats, server", kind: "text" },
      { id: "price", label: "Price of an hour", kind: "text" },
      ...(["monthlyCost", "costPerToken"] as const).map(figureColumn),
      ...goals.map(timeColumn),
      { id: "evidence", label: "Evidence", kind: "text" },
    ],
    rows: ways.map(({ settled, figures, percentiles }, place) => {
      const { costPerToken, monthlyCost, acceleratorCount } = figures;
      const option = options[place];
      const evidence = option && evidenceOf(option);
      return {
        fleet: named(settled, acceleratorCount, scenario, names),
        setting: settingText(settled, scenario, names),
        price: option ? priceParts(option, scenario.currency).join(" · ") : null,
        monthlyCost,
        costPerToken,
        ...Object.fromEntries(
          goals.map((goal) => [
            goal,
            percentiles?.[goal][statisticOf(scenario, goal)].value ?? figures[meanFigure[goal]],
          ]),
        ),
        evidence: evidence ? evidenceText(evidence) : null,
      };
    }),
  };
  return inCurrency(table, scenario.currency);
}

const frontPoint = ({ point }: OnFront, { workload }: Scenario): FrontierPoint => ({
  batch: point.option.batch ?? workload.batch,
  userRate: 1 / point.tpot,
  cost: point.cost,
  ttft: point.ttft,
  tpot: point.tpot,
  outputRate: point.throughput * point.option.tp * point.option.pp * point.option.dp,
  current: false,
  kept: point.kept,
  setting: atItsBatch(point.option, workload.batch),
});

/** The configuration with its batch said, which stays where a plan's traffic would find another. */
const atItsBatch = (option: Option, batch: number): Option => ({ ...option, batch: option.batch ?? batch });

/** The front of cost against speed as the frontier's chart draws it: a line for each accelerator that is on it. */
export function foundFrontier({ fronts }: Findings, scenario: Scenario, names: Names): Frontier {
  const chips = [...new Set(fronts.speed.map(({ point }) => point.option.accelerator))];
  const byMeans = goalIds.every((goal) => statisticOf(scenario, goal) === "mean");
  const basisOf = (points: readonly OnFront[]): KeptBasis =>
    points.every(({ point }) => point.judged) ? "taken" : byMeans ? "mean" : "kinder";
  const series = chips.map((accelerator) => {
    const own = fronts.speed.filter(({ point }) => point.option.accelerator === accelerator);
    return {
      basis: basisOf(own),
      name: names.accelerators[accelerator]?.name ?? accelerator,
      accelerator,
      points: own.map((each) => frontPoint(each, scenario)).sort((a, b) => b.userRate - a.userRate),
    };
  });
  const points = series.flatMap((one) => one.points);
  const { tpot } = scenario.goals;
  return {
    series,
    rates: ticks(points.map(({ userRate }) => userRate)),
    ...costAxis(
      points.map(({ cost }) => cost),
      scenario,
    ),
    ...(tpot ? rateGoalOf(scenario, tpot) : {}),
    leftOut: [],
  };
}

/** A configuration on the front of first token and throughput, as the chart draws it. */
export type StartPoint = { batch: number; ttft: number; throughput: number; kept: boolean; setting: Option };

/** The front of time to first token (s) against output of each accelerator (tok/s), a line an accelerator, late starts first. */
export function startFront({ fronts }: Findings, scenario: Scenario, names: Names) {
  const chips = [...new Set(fronts.start.map(({ point }) => point.option.accelerator))];
  const series = chips.map((accelerator) => ({
    name: names.accelerators[accelerator]?.name ?? accelerator,
    accelerator,
    points: fronts.start
      .filter(({ point }) => point.option.accelerator === accelerator)
      .map(({ point: { option, ttft, throughput, kept } }): StartPoint => {
        const own = atItsBatch(option, scenario.workload.batch);
        return { batch: own.batch ?? scenario.workload.batch, ttft, throughput, kept, setting: own };
      })
      .sort((a, b) => b.ttft - a.ttft),
  }));
  const points = series.flatMap((one) => one.points);
  return {
    series,
    starts: ticks(points.map(({ ttft }) => ttft)),
    throughputs: ticks(points.map(({ throughput }) => throughput)),
    goal: scenario.goals.ttft,
  };
}

/** The front of time to first token against what an accelerator gets done, as a table. */
export function startTable({ fronts }: Findings, scenario: Scenario, names: Names): Table {
  return {
    id: "first-token",
    title: "Time to first token against throughput",
    columns: [
      { id: "replica", label: "Replica", kind: "text" },
      { id: "setting", label: "Layout, formats, server", kind: "text" },
      { id: "batch", label: "Batch", kind: "number" },
      figureColumn("ttft"),
      { id: "throughput", label: "Output per accelerator", unit: "tok/s", kind: "number" },
    ],
    rows: fronts.start.map(({ point: { option, ttft, throughput } }) => ({
      replica: replicaName(option, scenario, names),
      setting: settingText(option, scenario, names),
      batch: option.batch ?? scenario.workload.batch,
      ttft,
      throughput,
    })),
  };
}

/** How many configurations were ruled out for each reason, most first. */
export const ruledOutList = ({ tally }: Findings): [Reason, number][] =>
  (Object.entries(tally.ruledOut) as [Reason, number][]).sort((a, b) => b[1] - a[1]);
