import { COUNTS, displayUnit } from "./format";
import { exact, fixed, roundTo, significant } from "./format-number";
import { ladderOf } from "./ladders";
import { parseUnit } from "./parse-unit";

/** How all numbers of one column are written: `unit` stands in its header, `text` in each cell. */
export type SharedScale = {
  /** As parseQuantity reads it ("ms", "USD/Mtok"); empty for a plain number. */
  unit: string;
  /** What a number is divided by to be in `unit`. */
  factor: number;
  text: (value: number) => string;
};

const DIGITS = 3;
/** A number of more digits than this before the point takes a larger unit. */
const WIDEST = 6;
/** Decimals are given up where the largest would have more digits than this. */
const ALL_DIGITS = 7;

const exponentOf = (value: number) => Math.floor(Math.log10(value));
const sizesOf = (values: readonly number[]) =>
  values.filter((value) => Number.isFinite(value) && value !== 0).map(Math.abs);

/**
 * One scale for numbers that stand under one header, given in `unit`: a base unit takes the prefix that suits the
 * smallest, as long as no other becomes too wide to read; a scaled one ("ms", "%") is kept. All have the same
 * decimals, which give the smallest three digits; whole counts stay whole. Throws on an unknown unit.
 */
export function sharedScale(values: readonly number[], unit: string): SharedScale {
  const sizes = sizesOf(values);
  const step = sharedStep(sizes, unit);
  const whole = COUNTS.has(unit) && step.factor === 1 && values.every(Number.isInteger);
  const scaled = sizes.map((size) => size / step.factor);
  const decimals = whole ? 0 : unit === "%" ? 1 : sharedDecimals(scaled, step.unit.startsWith("USD"));
  return { ...step, text: (value) => cell(value / step.factor, decimals) };
}

/** Numbers under one header whose units differ from row to row: each to three digits of its own. */
export const ownScale: SharedScale = {
  unit: "",
  factor: 1,
  text: (value) => significant(value, DIGITS).replace("-", "−"),
};

function sharedStep(sizes: readonly number[], unit: string): { factor: number; unit: string } {
  const asked = displayUnit(unit);
  const { factor } = parseUnit(asked);
  const [, head = "", rest = ""] = /^([^/*·]*)(.*)$/s.exec(asked) ?? [];
  const kept = { factor: asked === unit ? 1 : factor, unit: asked === "1" ? "" : asked };
  if (factor !== 1 || head === "USD" || sizes.length === 0) return kept;
  const ladder = ladderOf(head, rest);
  const smallest = roundTo(Math.min(...sizes), DIGITS);
  const suits = ladder.findLastIndex(({ from }) => smallest >= from);
  const widest = Math.max(...sizes);
  const fits = ladder.findIndex((step, at) => at >= suits && widest / step.factor < 10 ** WIDEST);
  const step = ladder[fits < 0 ? ladder.length - 1 : fits];
  return step ? { factor: step.factor, unit: `${step.symbol}${rest}` } : kept;
}

function sharedDecimals(scaled: readonly number[], money: boolean): number {
  if (scaled.length === 0) return money ? 2 : 0;
  const wanted = DIGITS - 1 - exponentOf(roundTo(Math.min(...scaled), DIGITS));
  const room = ALL_DIGITS - 1 - exponentOf(Math.max(...scaled));
  const decimals = Math.max(0, Math.min(wanted, room));
  return money && decimals === 1 ? 2 : decimals;
}

/** A value that the decimals would hide altogether says so. */
function cell(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return "–";
  const smallest = 10 ** -decimals;
  if (value !== 0 && Math.abs(value) < smallest / 2) return `< ${exact(smallest)}`;
  return fixed(value, decimals).replace("-", "−");
}
