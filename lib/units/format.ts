import { dollars, exact, exactDollars, roundTo, significant } from "./format-number";
import { ladderOf } from "./ladders";
import { parseUnit } from "./parse-unit";

/** `number` and `unit` are the rounded text in two parts; `full` is both with nearly every digit. */
export type QuantityText = { number: string; unit: string; full: string };

// What a reader expects instead of the base unit, whatever the size.
const DISPLAY = new Map([
  ["USD/tok", "USD/Mtok"],
  ["USD/s", "USD/h"],
  ["kgCO2e/tok", "kgCO2e/Mtok"],
]);
/** Units of things that come whole. */
export const COUNTS: ReadonlySet<string> = new Set(["1", "tok", "req", "acc", "user"]);

/** Units that are words, and so have a plural. */
const WORDS: ReadonlySet<string> = new Set(["user", "day", "month", "year"]);

/** Prices of hours have cents wherever they stand, so that one price is written one way. */
const HOURLY = "/h";

/** The unit that numbers in `unit` are shown in before a prefix is chosen: "USD/Mtok" for "USD/tok". */
export const displayUnit = (unit: string): string => DISPLAY.get(unit) ?? unit;

/**
 * Shows `value` (in base units) with three significant digits: ("4.80", "TB/s"), ("$0.42", "/Mtok").
 * A base unit ("B/s", "s", "USD/tok") picks its best prefix; a scaled one ("ms", "GiB", "USD/year") is kept as it is.
 * A value that is not finite shows as a dash. Throws on an unknown unit.
 */
export function formatQuantity(value: number, unit: string, options: { digits?: number } = {}): QuantityText {
  const digits = options.digits ?? 3;
  const asked = displayUnit(unit);
  const { factor } = parseUnit(asked);
  if (!Number.isFinite(value / factor)) return { number: "–", unit: "", full: "no value" };
  const [, head = "", rest = ""] = /^([^/*·]*)(.*)$/s.exec(asked) ?? [];
  if (head === "USD" || head === "$") return money(value / factor, rest, digits);
  if (factor !== 1) return join(value / factor, asked, digits);
  const size = Math.abs(roundTo(value, digits));
  const ladder = ladderOf(head, rest);
  const step = (value !== 0 && ladder.findLast(({ from }) => size >= from)) || unscaled(head);
  return join(value / step.factor, `${step.symbol}${rest}`, digits, COUNTS.has(unit));
}

/** The number alone, in exactly this unit and with nearly every digit, for an input field: "128,000", "90". */
export function formatIn(value: number, unit: string): string {
  const scaled = value / parseUnit(unit).factor;
  if (!Number.isFinite(scaled)) return "";
  return unit === `USD${HOURLY}` ? exactDollars(scaled, true) : exact(scaled);
}

function unscaled(head: string) {
  return { factor: 1, symbol: head === "1" ? "" : head };
}

function join(value: number, unit: string, digits: number, count = false): QuantityText {
  const whole = count && Number.isInteger(value) && Math.abs(value) < 10 ** digits;
  const shown = unit.startsWith("1/") ? unit.slice(1) : unit;
  const space = /^\/|^$/.test(shown) ? "" : " ";
  const number = whole ? String(value || 0) : significant(value, digits);
  const said = WORDS.has(shown) && number !== "1" ? `${shown}s` : shown;
  return { number, unit: said, full: `${exact(value)}${space}${said}` };
}

function money(value: number, rest: string, digits: number): QuantityText {
  const sign = value < 0 ? "-$" : "$";
  const size = Math.abs(value);
  return {
    number: `${sign}${dollars(size, digits)}`,
    unit: rest,
    full: `${sign}${exactDollars(size, rest === HOURLY)}${rest}`,
  };
}
