import { decimalComma, formatIn, formatQuantity, parseQuantity, parseUnit } from "@/lib/units";
import type { NumberField } from "./field-kinds";
import { fields, type NumberFieldPath } from "./fields";

export type FieldReading = { ok: true; value: number; understood: string } | { ok: false; message: string };

/**
 * Reads what a person typed or a program sent for a number field: text in the field's unit ("128k", "90%"),
 * or a number as a scenario stores it (0.9). Returns the stored number, within bounds.
 */
export const readField = (path: NumberFieldPath, input: string | number): FieldReading =>
  readNumber(fields[path], input);

/** What is counted in whole: half a user, or a token's thousandth, is hardly meant. */
const COUNTED = /^(tok|user|req)$/;
/** Three decimals, which are a group of thousands where the other mark is the decimal one. */
const THREE = /^([1-9]\d{0,2})[.,](\d{3})$/;

/** What a person typed for a number field, as their locale writes numbers. A count is never guessed from three decimals. */
export function readTyped(field: NumberField, text: string): FieldReading {
  const comma = decimalComma();
  const [typed, whole, rest] = THREE.exec(text.trim()) ?? [];
  if (typed?.includes(comma ? "," : ".") && COUNTED.test(field.unit))
    return {
      ok: false,
      message: `"${typed}" may mean ${whole}${rest} or a fraction: write ${whole}${rest}, or ${typed}0`,
    };
  return readNumber(field, text, comma);
}

/** The same of a field that stands in no table of the scenario's. */
export function readNumber(field: NumberField, input: string | number, comma = false): FieldReading {
  if (typeof input === "number") return withinBounds(field, input);
  const reading = parseQuantity(input, field.unit, comma);
  if (!reading.ok) return reading;
  const stored = reading.value / parseUnit(field.stored).factor;
  // $2.49/h went through seconds and back: twelve digits are what it is sure to have kept.
  return withinBounds(field, Number(stored.toPrecision(12)));
}

/** The text of a stored number for its input box, in the field's unit and without it: "128,000", "90", "2.49". */
export const fieldText = (path: NumberFieldPath, value: number): string => numberText(fields[path], value);

/** The same of a field that stands in no table of the scenario's. */
export const numberText = (field: NumberField, value: number): string =>
  field.plain ? String(value) : formatIn(value * parseUnit(field.stored).factor, field.unit);

/** What an empty box says: what counts where nothing is said. */
export const emptyText = (field: NumberField): string =>
  field.empty ?? (field.input?.otherwise === undefined ? "none" : numberText(field, field.input.otherwise));

function withinBounds(field: NumberField, value: number): FieldReading {
  const understood = shown(field, value);
  const refuse = (rule: string) => ({
    ok: false as const,
    message: `must be ${rule}, understood ${understood}`,
  });
  if (!Number.isFinite(value)) return { ok: false, message: "must be a number, understood no value" };
  if (field.choices && !field.choices.includes(value)) return refuse(`one of ${field.choices.join(", ")}`);
  if (field.integer && !Number.isInteger(value)) return refuse("a whole number");
  if (value < field.min || value > field.max) {
    return refuse(`from ${shown(field, field.min)} to ${shown(field, field.max)}`);
  }
  return { ok: true, value: value || 0, understood };
}

function shown(field: NumberField, value: number): string {
  return formatQuantity(value * parseUnit(field.stored).factor, field.unit).full;
}
