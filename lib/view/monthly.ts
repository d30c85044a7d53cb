import type { Estimate, OptionEstimate } from "@/lib/engine";
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

/** One row an option: the table behind the Monthly tab and its CSV. */
export function monthlyTable(estimate: Estimate): Table {
  return {
    id: "monthly",
    title: "A month of each option",
    columns: [
      { id: "option", label: "Option", kind: "text" },
      { id: "requests", label: "Requests", unit: "req", kind: "number" },
      { id: "inputTokens", label: "Input tokens", unit: "tok", kind: "number" },
      { id: "outputTokens", label: "Output tokens", unit: "tok", kind: "number" },
      { id: "cost", label: "Accelerators", unit: "USD", kind: "number" },
      { id: "energy", label: "Energy", unit: "J", kind: "number" },
    ],
    rows: months(estimate).map(({ name, accelerator: _, ...figures }) => ({ option: name, ...figures })),
  };
}
