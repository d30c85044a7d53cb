import { formatIn, formatQuantity, parseQuantity } from "@/lib/units";
import type { CatalogColumn } from "./catalog-table";

/** Base units in one of `unit`: 1e9 for "GB" over "B", and for "bn" (a billion) over "1". */
function scaleOf(unit: string, base: string): number {
  const reading = parseQuantity(unit === "1" ? "1" : `1 ${unit}`, base);
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
 * must not read "1,980"; amounts of money in cents, and to three significant digits below a dollar.
 */
export function cellText(column: Pick<CatalogColumn, "unit" | "plain">, value: number): string {
  if (column.plain) return String(value);
  if (column.unit?.startsWith("USD")) return moneyText(value);
  return formatIn(Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS)), "1");
}

function moneyText(value: number): string {
  if (value === 0 || value >= 1) return formatQuantity(value, "USD").number;
  const text = formatIn(Number(value.toPrecision(3)), "1");
  return `$${text.length < "0.00".length ? value.toFixed(2) : text}`;
}

/** A column's unit as its header says it: "GB", "$/h"; empty where numbers are counts. */
export function unitLabel({ unit = "" }: Pick<CatalogColumn, "unit">): string {
  return unit === "1" || unit === "USD" ? "" : unit.replace("USD", "$");
}
