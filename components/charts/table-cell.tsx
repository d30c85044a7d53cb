import { Quantity } from "@/components/ui/quantity";
import type { Column, Table } from "@/lib/view/table";
import { shownUnit } from "./shown-unit";
import type { NumberCell } from "./table-view";

type CellProps = {
  table: Table;
  row: number;
  column: Column;
  numberCell?: NumberCell | undefined;
  hideUnit?: boolean;
};

/** One value of a table, in the unit that all of its column share. */
export function TableCell({ table, row, column, numberCell, hideUnit = false }: CellProps) {
  const value = table.rows[row]?.[column.id];
  if (value === null || value === undefined) return <span className="text-muted">–</span>;
  if (typeof value === "string") return value;
  const unit = shownUnit(table, column);
  return numberCell ? (
    numberCell({ row, column, value, unit, hideUnit })
  ) : (
    <Quantity value={value} unit={unit} hideUnit={hideUnit} />
  );
}
