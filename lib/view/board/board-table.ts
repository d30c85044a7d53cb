import type { Estimate } from "@/lib/engine";
// Past the engine's door, which would bring every formula into the first page.
import { apiAddress } from "@/lib/engine/apis/address";
import { dayText } from "@/lib/units";
import { inCurrency } from "../currency";
import { explainedFigure, figureColumn } from "../figure-column";
import { type Goal, meanFigure, shownGoals, statisticOf } from "../goals";
import { simulatedCell, simulatedText } from "../simulated-time";
import { hasGoals, standingText } from "../standing";
import type { Cell, Column, Table } from "../table";
import { type Board, type BoardRow, boardOf } from "./board";
import { evidenceOf, evidenceText } from "./evidence";

/** A name says how many accelerators there are. */
const COSTS = ["monthlyCost", "costPerToken"] as const;

/** One row an option in the board's order: the answer as a table, for the page, its file and paper. */
export function boardTable(estimate: Estimate, board: Board = boardOf(estimate)): Table {
  const goals = shownGoals(estimate.scenario);
  const table: Table = {
    id: "board",
    title: "Options, cheapest first",
    columns: [
      { id: "option", label: "Option", kind: "text" },
      ...COSTS.map(figureColumn),
      ...goals.map((goal): Column => timeColumn(estimate, goal)),
      { id: "standing", label: "Stands", kind: "text" },
      { id: "evidence", label: "Evidence", kind: "text" },
    ],
    rows: [
      ...board.kept.map(rowOf),
      ...board.apis.map(({ index, name, month, cost, asOf }) => ({
        option: name,
        monthlyCost: month === null ? null : ofApi(index, "apiPaid", month),
        costPerToken: ofApi(index, "apiTokenCost", cost),
        ...Object.fromEntries(goals.map((goal) => [goal, null])),
        standing: "latency not known",
        evidence: `price of ${dayText(asOf)}`,
      })),
      ...board.rest.map(rowOf),
    ],
  };
  return inCurrency(table, estimate.scenario.currency);

  function rowOf(row: BoardRow) {
    return {
      option: row.name,
      ...Object.fromEntries(COSTS.map((id) => [id, explainedFigure(row.option, row.index, id)])),
      ...Object.fromEntries(goals.map((goal) => [goal, timeCell(estimate, row, goal)])),
      standing: standingText(row.standing, row.option, {
        cheapest: row === board.kept[0],
        goals: hasGoals(estimate),
      }),
      evidence: textOf(row),
    };
  }
}

const ofApi = (api: number, id: "apiPaid" | "apiTokenCost", value: number): Cell => ({
  value,
  option: api,
  address: apiAddress(api, id),
});

function timeColumn(estimate: Estimate, goal: Goal): Column {
  const { unit, label } = figureColumn(meanFigure[goal]);
  const at = statisticOf(estimate.scenario, goal);
  const found = at !== "mean" || estimate.options.some(({ operation }) => operation);
  return { id: goal, label: found ? simulatedText(goal, at) : label, unit: unit ?? "s", kind: "number" };
}

/** A simulated time, or where none is, the mean that the formulas give: until it is simulated only that of TPOT, which is near it. */
function timeCell({ scenario }: Estimate, { option, index }: BoardRow, goal: Goal): Cell {
  const at = statisticOf(scenario, goal);
  if (!option.verdict.feasible) return null;
  if (option.operation?.percentiles) return simulatedCell(option, index, goal, at);
  return at === "mean" && (!option.operation || goal === "tpot")
    ? explainedFigure(option, index, meanFigure[goal])
    : null;
}

function textOf({ option }: BoardRow): string | null {
  const evidence = evidenceOf(option);
  return evidence ? evidenceText(evidence) : null;
}
