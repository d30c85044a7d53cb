import type { Estimate } from "@/lib/engine";
import { boardOf } from "@/lib/view/board/board";
import { boardWithPrices } from "@/lib/view/board/price-columns";
import { compareTable } from "@/lib/view/compare";
import { monthlyTable } from "@/lib/view/monthly";
import { reportOf } from "@/lib/view/report";
import type { ScenarioLine } from "@/lib/view/scenario-lines";
import { cellValue, columnScale, headerUnit, type Table } from "@/lib/view/table";
import { UNNAMED } from "../file-name";
import { type Book, type BookSheet, heads, number, text } from "./book";

/**
 * A plan that another engine or catalog computed, as a workbook of the figures that were saved: its formulas are not at
 * hand any more, so every cell is a value. `nameOf` gives the name of a record's id.
 */
export function savedWorkbook(estimate: Estimate, nameOf: (id: string) => string, made: Date): Book {
  const { scenario } = estimate;
  const { question, answer, caveats, assumptions, own, versions } = reportOf(
    estimate,
    nameOf,
    made.toISOString().slice(0, 10),
  );
  const title = scenario.name ?? UNNAMED;
  return {
    title,
    sheets: [
      {
        name: "Summary",
        widths: [120],
        rows: [
          [text(title, "title")],
          [text(question)],
          [text(answer)],
          [
            text(
              `Figures as they were saved, by ${versions}: values, since today's formulas are others.`,
              "muted",
            ),
          ],
          ...caveats.map((each) => [text(each, "muted")]),
        ],
      },
      tableSheet("Options", boardWithPrices(estimate, boardOf(estimate))),
      tableSheet("Figures", compareTable(estimate)),
      tableSheet("Month", monthlyTable(estimate)),
      linesSheet("Settings", assumptions),
      linesSheet("Of options", own),
    ],
  };
}

/** A table in the units of the page, its numbers unrounded. */
function tableSheet(name: string, table: Table): BookSheet {
  const scales = new Map(table.columns.map((column) => [column.id, columnScale(table, column)]));
  const head = table.columns.map(({ id, label, kind }) => {
    const scale = scales.get(id);
    const unit = kind === "number" && scale ? headerUnit(scale) : "";
    return unit ? `${label} (${unit})` : label;
  });
  return {
    name,
    widths: table.columns.map(({ kind }, place) => (place === 0 ? 44 : kind === "number" ? 18 : 28)),
    frozen: { rows: 1, columns: 1 },
    rows: [
      heads(...head),
      ...table.rows.map((row) =>
        table.columns.map(({ id }) => {
          const value = cellValue(row[id]);
          if (value === null) return undefined;
          return typeof value === "string" ? text(value) : number(value / (scales.get(id)?.factor ?? 1));
        }),
      ),
    ],
  };
}

const linesSheet = (name: string, lines: readonly ScenarioLine[]): BookSheet => ({
  name,
  widths: [44, 90],
  rows: [heads("Setting", "Value"), ...lines.map(({ label, text: said }) => [text(label), text(said)])],
});
