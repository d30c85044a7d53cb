import { decimalComma } from "@/lib/units";
// Past the door, which would bring the reading of ranges into the planner's first page.
import { parseRange } from "@/lib/units/parse-range";
import type { CatalogColumn } from "./catalog-table";
import { cellText, inUnit, unitLabel } from "./in-unit";

/** A test of a cell, and what the reader's text was taken for; or why it was not understood. */
export type FilterReading =
  | { ok: true; test: (value: string | number | null) => boolean; understood: string }
  | { ok: false; message: string };

type NumberColumn = Pick<CatalogColumn, "unit" | "base" | "plain">;

const COMPARISON = /^(>=|<=|≥|≤|>|<|=)\s*(.+)$/s;
const WORDS: Record<string, string> = { ">=": "≥", "<=": "≤" };

/**
 * Reads a filter on numbers: ">=80", "< 2 TB/s", "2..4", "80", "unknown", "known". A number without a unit is in the
 * column's. One number alone means equal as shown on the page.
 */
export function readNumberFilter(text: string, column: NumberColumn): FilterReading {
  const trimmed = text.trim();
  const presence = presenceFilter(trimmed);
  if (presence) return presence;
  const [, sign, amount = trimmed] = COMPARISON.exec(trimmed) ?? [];
  const range = readAmount(amount, column);
  if (!range.ok) return range;
  const { low, high } = range;
  const shown = (value: number) => `${cellText(column, value)} ${unitLabel(column)}`.trim();
  if (sign && low !== high) return { ok: false, message: `write either ${sign} or a range, not both` };
  if (low !== high) {
    return {
      ok: true,
      test: numeric((value) => value >= low && value <= high),
      understood: `${shown(low)} to ${shown(high)}`,
    };
  }
  const word = WORDS[sign ?? "="] ?? sign ?? "=";
  return { ok: true, test: numeric(comparison(word, low, column)), understood: `${word} ${shown(low)}` };
}

/** "unknown" and "known", which every kind of column understands. */
export function presenceFilter(text: string): FilterReading | null {
  const word = text.toLowerCase();
  if (word === "unknown") return { ok: true, test: (value) => value === null, understood: "unknown" };
  if (word === "known") return { ok: true, test: (value) => value !== null, understood: "known" };
  return null;
}

const numeric =
  (test: (value: number) => boolean) =>
  (value: string | number | null): boolean =>
    typeof value === "number" && test(value);

function comparison(word: string, bound: number, column: NumberColumn): (value: number) => boolean {
  switch (word) {
    case "≥":
      return (value) => value >= bound;
    case "≤":
      return (value) => value <= bound;
    case ">":
      return (value) => value > bound;
    case "<":
      return (value) => value < bound;
    default:
      return (value) => value === bound || cellText(column, value) === cellText(column, bound);
  }
}

/** One amount (low = high) or a range, in the column's unit. */
function readAmount(
  text: string,
  { unit = "1", base = "1" }: NumberColumn,
): { ok: true; low: number; high: number } | { ok: false; message: string } {
  // The field says "70B" for seventy billion parameters; elsewhere B is bytes and is left alone.
  const written = base === "1" ? text.replace(/([\d.,])\s*B$/i, "$1 bn") : text;
  const bare = unit !== "1" && !/[a-z%]/i.test(written);
  const reading = parseRange(bare ? `${written.replaceAll("$", "")} ${unit}` : written, base, decimalComma());
  if (!reading.ok) return reading;
  return { ok: true, low: inUnit(reading.low, unit, base), high: inUnit(reading.high, unit, base) };
}
