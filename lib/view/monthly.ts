import type { Estimate, OptionEstimate } from "@/lib/engine";
import { headline } from "@/lib/engine/headlines";
import { parseUnit } from "@/lib/units";
import { inCurrency } from "./currency";
import { explainedFigure, figureColumn } from "./figure-column";
import { optionNames } from "./option-name";
import type { Table } from "./table";

/** What one option serves and costs in a twelfth of a year; null where a figure is not known. */
export type Month = {
  name: string;
  accelerator: string;
  requests: number | null;
  inputTokens: number | null;
  outputTokens: number | null;
  cost: number | null;
  /** J, of accelerators, hosts and network. */
  energy: number | null;
};

function monthOf({ verdict, figures }: OptionEstimate) {
  return {
    requests: figures.monthlyRequests ?? null,
    inputTokens: figures.monthlyInputTokens ?? null,
    outputTokens: figures.monthlyOutputTokens ?? null,
    cost: (verdict.feasible ? figures.monthlyCost : undefined) ?? null,
    energy: figures.monthlyEnergy ?? null,
  };
}

/** A month of every option at the plan's load, kept up for the paid time that is used. */
export function months(estimate: Estimate): Month[] {
  const names = optionNames(estimate);
  return estimate.options.map((option, index) => ({
    name: names[index] ?? "",
    accelerator: option.accelerator.id,
    ...monthOf(option),
  }));
}

const monthlyFigures = [
  "monthlyRequests",
  "monthlyInputTokens",
  "monthlyOutputTokens",
  "monthlyCost",
] as const;

/** One row an option: the table behind the Monthly tab and its CSV. */
export function monthlyTable(estimate: Estimate): Table {
  const names = optionNames(estimate);
  const table: Table = {
    id: "monthly",
    title: "A month of each option",
    columns: [
      { id: "option", label: "Option", kind: "text" },
      ...monthlyFigures.map(figureColumn),
      { id: "energy", label: headline("monthlyEnergy").label, unit: "kWh", kind: "number" },
    ],
    rows: estimate.options.map((option, index) => {
      const energy = option.figures.monthlyEnergy;
      return {
        option: names[index] ?? "",
        ...Object.fromEntries(monthlyFigures.map((id) => [id, explainedFigure(option, index, id)])),
        energy: energy === undefined ? null : energy / parseUnit("kWh").factor,
      };
    }),
  };
  return inCurrency(table, estimate.scenario.currency);
}
