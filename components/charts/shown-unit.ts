import { formatQuantity } from "@/lib/units";
import type { Column, Table } from "@/lib/view/table";

/**
 * The one unit that a column's numbers are shown in: the prefix that suits its largest value, so that
 * all cells of a column can be compared by eye.
 */
export function shownUnit(table: Table, { id, unit = "1" }: Column): string {
  const values = table.rows.map((row) => row[id]).filter((value) => typeof value === "number");
  if (unit === "1" || values.length === 0) return unit;
  const shown = formatQuantity(Math.max(...values), unit);
  return shown.number.startsWith("$") ? `USD${shown.unit}` : shown.unit;
}

/** That unit as a column's header says it; a plain count has none. */
export function headerUnit(table: Table, column: Column): string {
  const unit = column.kind === "number" ? shownUnit(table, column) : "1";
  return unit === "1" ? "" : unit.replace("USD", "$");
}
