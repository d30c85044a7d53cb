import type { Binding, Estimate } from "@/lib/engine";
// Past the engine's door, which would bring every formula into the first page.
import { headlines } from "@/lib/engine/headlines";
import { inCurrency } from "./currency";
import { explainedFigure, figureColumn } from "./figure-column";
import { cheapestOption } from "./headline";
import { optionNames } from "./option-name";
import { simulatedCells, simulatedColumns } from "./simulated-range";
import { hasGoals, standingOf, standingText } from "./standing";
import type { Table } from "./table";

/** The figures that options are compared by, in the order they are read. */
export const comparedFigures = headlines.flatMap(({ id, compared }) => (compared ? [id] : []));

/** One row an option, one column a figure: the table behind the Compare tab and its CSV. */
export function compareTable(estimate: Estimate): Table {
  const names = optionNames(estimate);
  const best = cheapestOption(estimate);
  const goals = hasGoals(estimate);
  const table: Table = {
    id: "compare",
    title: "Options compared",
    columns: [
      { id: "option", label: "Option", kind: "text" },
      // What requests of a traffic wait, before what a benchmark's clients would.
      ...simulatedColumns(estimate),
      ...comparedFigures.map(figureColumn),
      { id: "binding", label: "Bound by", kind: "text" },
      { id: "verdict", label: "Verdict", kind: "text" },
    ],
    rows: estimate.options.map((option, index) => ({
      option: names[index] ?? "",
      ...simulatedCells(estimate, index),
      ...Object.fromEntries(comparedFigures.map((id) => [id, explainedFigure(option, index, id)])),
      binding: option.verdict.feasible && option.binding ? bindingLabels[option.binding] : null,
      verdict: standingText(standingOf(estimate, index), option, { cheapest: index === best, goals }),
    })),
  };
  return inCurrency(table, estimate.scenario.currency);
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
