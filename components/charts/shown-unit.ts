import { formatQuantity } from "@/lib/units";
import type { Column, Table } from "@/lib/view/table";

/**
 * The one unit that a column's numbers are shown in: the prefix that suits its largest value, so that
 * all cells of a column can be compared by eye.
 */
export function shownUnit(table: Table, column: Column): string {
  const unit = column.unit ?? "";
  const values = table.rows.map((row) => row[column.id]).filter((value) => typeof value === "number");
  if (unit === "" || unit === "1" || values.length === 0) return unit;
  const shown = formatQuantity(Math.max(...values), unit);
  return shown.number.startsWith("$") ? `USD${shown.unit}` : shown.unit;
}
