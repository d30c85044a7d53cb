import { DIMENSIONLESS, divideDimensions, multiplyDimensions } from "./dimension";
import { hintFor, type Unit, unitOfSymbol } from "./symbols";

export type UnitReading = { ok: true; unit: Unit } | { ok: false; symbol: string; hint: string };

/**
 * Reads products and quotients of unit symbols: "B/s", "USD/Mtok", "W*h", "1/s", "s^2".
 * Each "/" divides by the one symbol after it, so a/b/c is a/(b·c).
 */
export function readUnit(text: string): UnitReading {
  let { dimension, factor }: Unit = { dimension: DIMENSIONLESS, factor: 1 };
  const parts = text.split(/([/*·])/);
  for (let i = 0; i < parts.length; i += 2) {
    const symbol = (parts[i] ?? "").trim();
    const unit = unitOfSymbol(symbol);
    if (!unit) return { ok: false, symbol: symbol || text, hint: hintFor(symbol) };
    const divides = parts[i - 1] === "/";
    dimension = (divides ? divideDimensions : multiplyDimensions)(dimension, unit.dimension);
    factor = divides ? factor / unit.factor : factor * unit.factor;
  }
  return { ok: true, unit: { dimension, factor } };
}

// Units of developers are few, and every number on the page asks for one. What people type is not kept.
const parsed = new Map<string, Unit>();

/**
 * The dimension of a unit and its factor to base units: "TB/s" has factor 1e12, "USD/h" 1/3600.
 * For units written by developers; throws a RangeError on an unknown one.
 */
export function parseUnit(unit: string): Unit {
  const known = parsed.get(unit);
  if (known) return known;
  const reading = readUnit(unit);
  if (!reading.ok) {
    throw new RangeError(
      `unknown unit "${reading.symbol}" in "${unit}"${reading.hint && ` (${reading.hint})`}`,
    );
  }
  parsed.set(unit, reading.unit);
  return reading.unit;
}
