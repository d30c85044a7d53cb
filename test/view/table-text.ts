import { parseQuantity } from "@/lib/units";

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
