import type { Estimate, Lookup } from "@/lib/engine";
import { cellQuantities, cellsOf } from "@/lib/engine/cells";
import type { Input } from "@/lib/formula";
import { baseDemand } from "@/lib/money";
import { sharedScale } from "@/lib/units";
import { compareTable } from "@/lib/view/compare";
import { inCurrency } from "@/lib/view/currency";
import { monthsTable, optionMonths } from "@/lib/view/money/months";
import { optionNames } from "@/lib/view/option-name";
import { scenarioLines } from "@/lib/view/scenario-lines";
import type { Cell, Table } from "@/lib/view/table";
import { inScreenUnits } from "./screen-units";

/** The tables of a plan as files have them: what came out, month by month, and what it rests on. */
export const PLAN_TABLES = ["figures", "months", "inputs"] as const;
export type PlanTable = (typeof PLAN_TABLES)[number];

/** A source of the catalog, as a reader looks it up. */
export interface TableSource {
  readonly title: string;
  readonly where: string;
  readonly date?: string | undefined;
}

/** One of them, in the units of the screen. Without anything to project the months are empty. */
export function planTable(
  which: PlanTable,
  estimate: Estimate,
  lookup: Lookup,
  source: (id: string) => TableSource | undefined,
): Table {
  if (which === "figures") return inScreenUnits(compareTable(estimate));
  return which === "months" ? allMonths(estimate) : inputsTable(estimate, lookup, source);
}

/** The months of all options in one table, the option in front. */
function allMonths(estimate: Estimate): Table {
  const demand = baseDemand(estimate, 0);
  const projected = demand ? optionMonths(estimate, demand.requests) : [];
  const tables = projected.flatMap((option) =>
    option.ok ? [{ name: option.name, table: monthsTable(option) }] : [],
  );
  const table: Table = {
    id: "months",
    title: "Month by month",
    columns: [{ id: "option", label: "Option", kind: "text" }, ...(tables[0]?.table.columns ?? [])],
    rows: tables.flatMap(({ name, table: { rows } }) =>
      rows.map((row): Record<string, Cell> => ({ ...row, option: name })),
    ),
  };
  return inScreenUnits(inCurrency(table, estimate.scenario.currency));
}

const INPUTS = cellQuantities.filter((each): each is Input => each.kind === "input" && !each.scope.row);

/** Every setting of the plan in words, and every input of each option that runs, each with where it comes from. */
function inputsTable(
  estimate: Estimate,
  lookup: Lookup,
  source: (id: string) => TableSource | undefined,
): Table {
  const names = optionNames(estimate);
  const nothing = { value: null, unit: null, source: null, where: null, date: null };
  const settings = scenarioLines(estimate.scenario, (id) => lookup.model(id)?.name ?? id).map(
    ({ label, text }) => ({ option: "all", label, text, ...nothing, from: "the plan" }),
  );
  const inputs = cellsOf(estimate, lookup).flatMap((cells, option) =>
    cells
      ? INPUTS.map((input) => {
          const value = cells.value(input);
          const { unit, factor } = sharedScale([value], input.unit);
          const { kind, record, source: id, text } = cells.origin(input);
          const cited = id === undefined ? undefined : source(id);
          return {
            option: names[option] ?? "",
            label: input.label,
            text: text ?? null,
            value: value / factor,
            unit: unit || null,
            from: [kind, record].filter(Boolean).join(" "),
            source: cited?.title ?? null,
            where: cited?.where ?? null,
            date: cited?.date ?? null,
          };
        })
      : [],
  );
  const text = (id: string, label: string) => ({ id, label, kind: "text" as const });
  return {
    id: "inputs",
    title: "Inputs and sources",
    columns: [
      text("option", "Option"),
      text("label", "Input"),
      { id: "value", label: "Value", kind: "number", unitIn: "unit" },
      text("unit", "Unit"),
      text("text", "As it is said"),
      text("from", "From"),
      text("source", "Source"),
      text("where", "Where"),
      text("date", "Date"),
    ],
    rows: [...settings, ...inputs],
  };
}
