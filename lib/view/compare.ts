import type { Binding, Estimate, FigureId } from "@/lib/engine";
import { interval } from "./headline";
import { optionNames } from "./option-name";
import type { Table } from "./table";

/** The figures that options are compared by, in the order they are read, with their units. */
export const comparedQuantities = [
  { id: "costPerToken", label: "Cost, blended", unit: "USD/tok" },
  { id: "costPerInputToken", label: "Cost, input", unit: "USD/tok" },
  { id: "costPerOutputToken", label: "Cost, output", unit: "USD/tok" },
  { id: "userRate", label: "Speed per user", unit: "tok/s" },
  { id: "outputRate", label: "System output", unit: "tok/s" },
  { id: "ttft", label: "TTFT", unit: "s" },
  { id: "tpot", label: "TPOT", unit: "s" },
  { id: "acceleratorCount", label: "Accelerators", unit: "1" },
  { id: "monthlyCost", label: "Per month", unit: "USD" },
  { id: "annualCost", label: "Per year", unit: "USD" },
  { id: "batchCapacity", label: "Largest batch", unit: "1" },
  { id: "contextCapacity", label: "Longest context", unit: "tok" },
  { id: "drawnPower", label: "Power", unit: "W" },
  { id: "energyPerToken", label: "Energy per token", unit: "J/tok" },
] as const satisfies readonly { id: FigureId; label: string; unit: string }[];

/** One row an option, one column a figure: the table behind the Compare tab and its CSV. */
export function compareTable(estimate: Estimate): Table {
  const names = optionNames(estimate);
  return {
    id: "compare",
    title: "Options compared",
    columns: [
      { id: "option", label: "Option", kind: "text" },
      ...comparedQuantities.map((quantity) => ({ ...quantity, kind: "number" as const })),
      { id: "binding", label: "Bound by", kind: "text" },
      { id: "verdict", label: "Fits", kind: "text" },
    ],
    rows: estimate.options.map((option, index) => ({
      option: names[index] ?? "",
      ...Object.fromEntries(
        comparedQuantities.map(({ id }) => [id, interval(option, id)?.value ?? null] as const),
      ),
      binding: option.verdict.feasible && option.binding ? bindingLabels[option.binding] : null,
      verdict: option.verdict.feasible ? "yes" : option.verdict.message,
    })),
  };
}

/** What limits an option, in words. */
export const bindingLabels: Record<Binding, string> = {
  weights: "reading weights",
  kv: "reading the KV cache",
  compute: "arithmetic",
  communication: "communication",
  host: "host overhead",
  capacity: "memory capacity",
};

/** Whether an option runs, in two words. */
export function verdictText(verdict: Estimate["options"][number]["verdict"], cheapest: boolean): string {
  if (verdict.feasible) return cheapest ? "Cheapest" : "Fits";
  return verdict.reason === "memory" ? "Does not fit" : "Cannot run";
}
