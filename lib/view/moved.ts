import type { Estimate } from "@/lib/engine";
import type { PlanCurrency } from "@/lib/scenario/currency";
import { sharedScale } from "@/lib/units";
import { comparedFigures } from "./compare";
import { figureColumn } from "./figure-column";
import { optionNames } from "./option-name";
import { simulatedTimes } from "./simulated-range";
import { headerUnit, type Table } from "./table";

/** A figure that is not what it was. A value is null on the side where there is no such figure. */
export type MovedFigure = {
  option: string;
  label: string;
  unit: string;
  before: number | null;
  after: number | null;
  /** Fraction; null without both. */
  change: number | null;
  /** What an amount is shown in; US dollars where it is absent. */
  currency?: PlanCurrency;
};

/** Differences below this are the arithmetic's, not the data's. */
const SAME = 1e-9;

/** What is compared of topologies. */
const OF_TOPOLOGY = [
  { id: "topologyCost", label: "Per month", unit: "USD" },
  { id: "topologyCostPerToken", label: "Cost, blended", unit: "USD/tok" },
  { id: "topologyReplicas", label: "Replicas", unit: "1" },
  { id: "topologyUtilisation", label: "Utilisation", unit: "1" },
  { id: "topologyTtft", label: "Mean TTFT", unit: "s" },
] as const;

type Figures = Readonly<Record<string, number | undefined>>;

/** The figures of an option and its simulated times, by their columns. */
const figuresOf = (estimate: Estimate, index: number): Figures => ({
  ...estimate.options[index]?.figures,
  ...Object.fromEntries(
    simulatedTimes(estimate).map(({ goal, at, id }) => [
      id,
      estimate.options[index]?.operation?.percentiles?.[goal][at].value,
    ]),
  ),
});

/** The compared figures that differ between two estimates of the same options, and of topologies that both have. */
export function movedFigures(before: Estimate, after: Estimate): MovedFigure[] {
  const { currency } = before.scenario;
  const names = optionNames(before);
  const columns = [...simulatedTimes(before), ...comparedFigures.map(figureColumn)];
  const options = before.options.flatMap((_, index) =>
    moved(names[index] ?? "", columns, figuresOf(before, index), figuresOf(after, index)),
  );
  const topologies = (before.topologies ?? []).flatMap(({ name, figures }, index) => {
    const now = after.topologies?.[index];
    return now?.name === name ? moved(name, OF_TOPOLOGY, figures, now.figures) : [];
  });
  return [...options, ...topologies].map((each) =>
    currency && each.unit.startsWith("USD") ? { ...each, currency } : each,
  );
}

const moved = (
  option: string,
  columns: readonly { readonly id: string; readonly label: string; readonly unit?: string }[],
  before: Figures,
  after: Figures,
): MovedFigure[] =>
  columns.flatMap(({ id, label, unit = "1" }): MovedFigure[] => {
    const old = before[id] ?? null;
    const now = after[id] ?? null;
    const change = old === null || now === null || old === 0 ? null : now / old - 1;
    const same = old === now || (change !== null && Math.abs(change) < SAME);
    return same ? [] : [{ option, label, unit, before: old, after: now, change }];
  });

const SINCE_SAVED = { title: "What moved since it was saved", before: "As saved", after: "Today" };

/** One row a figure that moved, before and after in the unit that suits both. */
export function movedTable(moved: readonly MovedFigure[], words = SINCE_SAVED): Table {
  return {
    id: "moved",
    title: words.title,
    columns: [
      { id: "option", label: "Option", kind: "text" },
      { id: "figure", label: "Figure", kind: "text" },
      { id: "unit", label: "Unit", kind: "text" },
      { id: "before", label: words.before, kind: "number", unitIn: "unit" },
      { id: "after", label: words.after, kind: "number", unitIn: "unit" },
      { id: "change", label: "Change", unit: "%", kind: "number" },
    ],
    rows: moved.map(({ option, label, unit, before, after, change, currency }) => {
      const rate = currency?.perDollar ?? 1;
      const scale = sharedScale(
        [before, after].filter((value) => value !== null).map((value) => value * rate),
        unit,
      );
      const inUnit = (value: number | null) => (value === null ? null : (value * rate) / scale.factor);
      return {
        option,
        figure: label,
        unit: currency ? scale.unit.replace("USD", currency.code) : headerUnit(scale),
        before: inUnit(before),
        after: inUnit(after),
        change: change === null ? null : 100 * change,
      };
    }),
  };
}
