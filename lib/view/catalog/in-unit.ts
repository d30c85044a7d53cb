import { formatIn, grouped, parseQuantity } from "@/lib/units";
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

type Shown = Pick<CatalogColumn, "unit" | "plain" | "decimals">;

export const isMoney = ({ unit }: Shown): boolean => unit?.startsWith("USD") ?? false;

/** Above this a list of whole dollars has no cents to compare. */
const WHOLE = 1000;

/** Decimals that show amounts in cents, the finest of those below a dollar to three digits, and thousands of whole ones in none. */
export function moneyDecimals(values: readonly number[]): number {
  if (values.length > 0 && values.every((value) => Number.isInteger(value) && Math.abs(value) >= WHOLE))
    return 0;
  const needed = values
    .filter((value) => value !== 0 && Math.abs(value) < 1)
    .map((value) => String(Number(value.toPrecision(3))).split(".")[1]?.length ?? 0);
  return Math.max(2, ...needed);
}

/**
 * A number of a column as text. Figures stand as their sources print them, counts whole and the rest to four
 * significant digits, because a datasheet's "1,979" must not read "1,980"; money has the column's decimals.
 */
export function cellText(column: Shown, value: number): string {
  if (column.plain) return String(value);
  if (!isMoney(column))
    return formatIn(Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS)), "1");
  const decimals = column.decimals ?? moneyDecimals([value]);
  return `$${grouped(value, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })}`;
}

/** A column's unit as its header says it: "GB", "$/h"; empty where numbers are counts. */
export function unitLabel({ unit = "" }: Pick<CatalogColumn, "unit">): string {
  return unit === "1" || unit === "USD" ? "" : unit.replace("USD", "$");
}
