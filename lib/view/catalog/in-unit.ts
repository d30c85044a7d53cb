import { formatIn, formatQuantity, parseQuantity } from "@/lib/units";
import type { CatalogColumn } from "./catalog-table";

/** Base units in one of `unit`: 1e9 for "GB" over "B", and for "bn" (a billion) over "1". */
function scaleOf(unit: string, base: string): number {
  const reading = parseQuantity(`1 ${unit}`, base);
  if (!reading.ok) throw new Error(`${unit} is no unit of ${base}: ${reading.message}`);
  return reading.value;
}

/** A value in base units as a number of `unit`, without the binary noise of the division. */
export function inUnit(value: number, unit: string, base: string): number {
  return Number((value / scaleOf(unit, base)).toPrecision(12));
}

const DIGITS = 4;

/**
 * A number of a column as text: counts whole and the rest to four significant digits, because a datasheet's "1,979"
 * must not read "1,980"; amounts of money as everywhere else.
 */
export function cellText(column: Pick<CatalogColumn, "unit" | "plain">, value: number): string {
  if (column.plain) return String(value);
  if (column.unit?.startsWith("USD")) return formatQuantity(value, "USD").number;
  return formatIn(Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS)), "1");
}

/** A column's unit as its header says it: "GB", "$/h"; empty where numbers are counts. */
export function unitLabel({ unit = "" }: Pick<CatalogColumn, "unit">): string {
  return unit === "1" || unit === "USD" ? "" : unit.replace("USD", "$");
}
