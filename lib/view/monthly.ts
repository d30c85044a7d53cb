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

const MONTHS = 12;
const SECONDS_PER_MONTH = (365 * 86_400) / MONTHS;

function monthOf({ verdict, figures }: OptionEstimate, { workload, finance }: Estimate["scenario"]) {
  const { annualTokens, monthlyCost, drawnPower } = figures;
  const runs = verdict.feasible && annualTokens !== undefined;
  const requests = runs ? annualTokens / MONTHS / (workload.inputTokens + workload.outputTokens) : null;
  return {
    requests,
    inputTokens: requests === null ? null : requests * workload.inputTokens,
    outputTokens: requests === null ? null : requests * workload.outputTokens,
    cost: (verdict.feasible ? monthlyCost : undefined) ?? null,
    // While no load is served the draw is not known, so only the time that serves counts.
    energy: runs && drawnPower !== undefined ? drawnPower * finance.utilisation * SECONDS_PER_MONTH : null,
  };
}

/** A month of every option at the plan's load, kept up for the paid time that is used. */
export function months(estimate: Estimate): Month[] {
  const names = optionNames(estimate);
  return estimate.options.map((option, index) => ({
    name: names[index] ?? "",
    accelerator: option.accelerator.id,
    ...monthOf(option, estimate.scenario),
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
