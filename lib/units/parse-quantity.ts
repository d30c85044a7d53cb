import { describeDimension, sameDimension } from "./dimension";
import { formatQuantity } from "./format";
import { inLatinDigits, readNumber } from "./parse-number";
import { parseUnit, readUnit } from "./parse-unit";
import { DECIMAL } from "./symbols";

export type Refusal = { ok: false; message: string };
/** `value` is in base units; `understood` shows the reader what the text was taken for. */
export type QuantityReading = { ok: true; value: number; understood: string } | Refusal;

const MAX_LENGTH = 64;
const SHAPE =
  /^([-+−]?)\s*(US\$|USD|\$)?\s*(\d(?:[\d.,_'’ \u00a0\u2009\u202f]*[\d.])?|\.\d+)(?:[eE]([-+]?\d{1,4})(?![\d.]))?\s*(.*)$/s;
const MAGNITUDES = new Map<string, number>([...Object.entries(DECIMAL), ["K", DECIMAL.k], ["bn", DECIMAL.G]]);
const MAGNITUDE = /^(k|K|M|G|T|P|E|bn)(?=$|\s|\/)\s*(.*)$/s;

/** A quantity's text taken apart, nothing decided about the unit yet. */
export type QuantityParts = { sign: number; dollar: boolean; number: number; typed: string; suffix: string };

/** Splits "$2.49/h" into sign, currency, number and suffix; refuses what does not start with a number. */
export function splitQuantity(text: string, comma = false): { ok: true; parts: QuantityParts } | Refusal {
  const trimmed = inLatinDigits(text.trim(), comma);
  if (trimmed === "") return refuse("empty: write a number");
  if (trimmed.length > MAX_LENGTH) return refuse(`longer than ${MAX_LENGTH} characters`);
  const match = SHAPE.exec(trimmed);
  if (!match)
    return refuse(
      `"${trimmed}" does not start with a number${/^[€£]/.test(trimmed) ? "; prices are in US dollars" : ""}`,
    );
  const [, sign = "", dollar, digits = "", exponent, suffix = ""] = match;
  const typed = digits.trim();
  const reading = readNumber(typed, exponent, comma);
  if (!reading.ok) return reading;
  const negative = sign === "-" || sign === "−";
  return {
    ok: true,
    parts: {
      sign: negative ? -1 : 1,
      dollar: dollar !== undefined,
      number: reading.value,
      typed: `${negative ? "-" : ""}${typed}${exponent === undefined ? "" : `e${exponent}`}`,
      suffix,
    },
  };
}

/**
 * Reads what a person typed as a quantity in `unit`: "128k", "3.35 TB/s", "$2.49/h", "80 GiB", "70%", "1,000".
 * A bare number (or "$2.49" where `unit` is money) is taken in `unit`. Returns base units.
 * Bad text is a refusal with a message, never an exception; an unknown `unit` throws. Files and links are written 1,234.5;
 * what a person types may have a decimal `comma`.
 */
export function parseQuantity(text: string, unit: string, comma = false): QuantityReading {
  const split = splitQuantity(text, comma);
  return split.ok ? quantityFrom(split.parts, unit) : split;
}

/** The value of split parts in `unit`, or why they are no such quantity. */
export function quantityFrom(parts: QuantityParts, unit: string): QuantityReading {
  const expected = parseUnit(unit);
  const [, magnitude = "", said = parts.suffix] = MAGNITUDE.exec(parts.suffix) ?? [];
  const rest = withCount(said, unit);
  const number = parts.sign * parts.number * (MAGNITUDES.get(magnitude) ?? 1);
  const takesUnit = rest === "" && (!parts.dollar || /^(USD|\$)/.test(unit));
  const written = parts.dollar ? `USD${rest && ` ${rest}`}` : rest;
  const reading = takesUnit ? { ok: true as const, unit: expected } : readUnit(dollarUnit(parts, rest));
  if (!reading.ok) {
    return refuse(
      `understood the number ${parts.typed}, but not "${reading.symbol}"${reading.hint && `: ${reading.hint}`}; expected ${describeDimension(expected.dimension)} (${unit})`,
    );
  }
  if (!sameDimension(reading.unit.dimension, expected.dimension)) {
    const billion = rest === "B" ? '; for a billion write "bn"' : "";
    return refuse(
      `expected ${describeDimension(expected.dimension)} (${unit}), understood ${`${parts.typed}${magnitude} ${written}`.trim()}, which is ${describeDimension(reading.unit.dimension)}${billion}`,
    );
  }
  // Fifteen digits are what a double holds for certain: 70 % is 0.7, not 0.7000000000000001.
  const value = Number((number * reading.unit.factor).toPrecision(15));
  if (!Number.isFinite(value)) return refuse(`${parts.typed} ${written} is too large`);
  return { ok: true, value: value || 0, understood: formatQuantity(value, unit).full };
}

// "3/s" leaves out of what, where only one thing is counted: requests a second, tokens a day.
function withCount(said: string, unit: string): string {
  const [, counted = ""] = /^(req|tok|user)\//.exec(unit) ?? [];
  return said.startsWith("/") ? `${counted}${said}` : said;
}

// "$2.49/h" has the dollar in front; the unit text wants it at the head: "USD/h".
function dollarUnit(parts: QuantityParts, rest: string): string {
  if (!parts.dollar) return rest;
  return rest === "" || /^[/*·]/.test(rest) ? `USD${rest}` : `USD*${rest}`;
}

function refuse(message: string): Refusal {
  return { ok: false, message };
}
