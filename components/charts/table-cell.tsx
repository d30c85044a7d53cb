import type { ReactNode } from "react";
import type { SharedScale } from "@/lib/units";
import { dayText } from "@/lib/units";
import {
  type Column,
  cellValue,
  type ExplainedNumber,
  fullText,
  headerUnit,
  type Table,
} from "@/lib/view/table";

/** Draws a number that has an explanation, for instance as a button that opens it; `label` says what it is. */
export type Explained = (number: ExplainedNumber, label: string, shown: ReactNode) => ReactNode;

type CellProps = {
  table: Table;
  row: number;
  column: Column;
  /** The scale of the whole column. */
  scale: SharedScale;
  explained?: Explained | undefined;
  /** Whether the unit stands here rather than in a header. */
  withUnit?: boolean;
};

/** One value of a table, written as all of its column are. */
export function TableCell({ table, row, column, scale, explained, withUnit = false }: CellProps) {
  const cells = table.rows[row];
  const cell = cells?.[column.id];
  const value = cellValue(cell);
  if (value === null) return <span className="text-muted">–</span>;
  if (typeof value === "string") return dayText(value);
  const shown = (
    <span title={fullOf(value, column, cells)} className="whitespace-nowrap tabular-nums">
      {withUnit ? <InUnit text={scale.text(value)} unit={headerUnit(scale)} /> : scale.text(value)}
    </span>
  );
  const [first] = table.columns;
  const label = `${column.label}, ${first ? cellValue(cells?.[first.id]) : ""}`;
  return explained && typeof cell === "object" && cell !== null ? explained(cell, label, shown) : shown;
}

function fullOf(
  value: number,
  { unit, unitIn, plain, currency }: Column,
  cells: Table["rows"][number] | undefined,
) {
  if (plain) return undefined;
  if (currency) return fullText(value * currency.perDollar, unit).replace("$", currency.sign);
  return unitIn ? `${value} ${cellValue(cells?.[unitIn]) ?? ""}`.trim() : fullText(value, unit);
}

/** "713 ms", "$0.42 /Mtok". */
function InUnit({ text, unit }: { text: string; unit: string }) {
  const [, dollar = "", rest = ""] = /^(\$?)(.*)$/.exec(unit) ?? [];
  return (
    <>
      {dollar}
      {text}
      {rest && <span className="ml-1 text-muted">{rest}</span>}
    </>
  );
}
