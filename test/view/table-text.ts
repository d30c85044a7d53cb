import { expect } from "vitest";
import { parseQuantity, parseUnit } from "@/lib/units";
import { cellValue, columnScale, headerUnit, type Table } from "@/lib/view/table";

/** Base units in one of what a header names; a header without a unit counts. */
function factorOf(unit: string, base: string): number {
  const reading = parseQuantity(unit === "" ? "1" : `1 ${unit.replace("$", "USD")}`, base);
  if (!reading.ok) throw new Error(`a header says "${unit}": ${reading.message}`);
  return reading.value;
}

/**
 * What a reader takes a cell under a header's unit for, in base units of `unit`: the value, and how far from it the
 * true one may lie. Throws on a cell that is no number.
 */
export function readCell(text: string, header: string, unit: string): { value: number; within: number } {
  const [, below, digits = ""] = /^(< )?([−-]?[\d,]+(?:\.\d+)?(?:e[+-]\d+)?)$/.exec(text) ?? [];
  if (!digits) throw new Error(`"${text}" is no number`);
  const factor = factorOf(header, unit);
  const value = Number(digits.replaceAll(",", "").replace("−", "-"));
  const decimals = digits.split(".")[1]?.length ?? 0;
  const step = 10 ** -decimals;
  return below
    ? { value: 0, within: step * factor }
    : { value: value * factor, within: (step / 2) * factor * (1 + 1e-9) };
}

/** Every number of a table, as its header and its cell say it together, is the number of the row. */
export function expectHeadersToHold(table: Table): void {
  for (const column of table.columns.filter(({ kind }) => kind === "number")) {
    const scale = columnScale(table, column);
    for (const row of table.rows) {
      const value = cellValue(row[column.id]);
      if (typeof value !== "number" || column.unitIn) continue;
      const unit = column.unit ?? "1";
      const read = readCell(scale.text(value), headerUnit(scale), unit);
      const base = value * parseUnit(unit).factor;
      expect(
        Math.abs(read.value - base),
        `${table.id}, ${column.id}: ${scale.text(value)}`,
      ).toBeLessThanOrEqual(read.within + 1e-9 * Math.abs(base));
    }
  }
}
