import { formatIn, formatQuantity, parseQuantity, parseUnit } from "@/lib/units";
import type { FieldReading } from "./read-field";

/** One figure of an accelerator of one's own; bounds are written as a person would. */
type CustomField = {
  readonly label: string;
  readonly help: string;
  /** The unit a bare number typed by a person is taken in. */
  readonly unit: string;
  /** The unit of the number in a scenario. */
  readonly stored: string;
  readonly min: string;
  readonly max: string;
  readonly example: string;
  readonly required?: true;
  readonly integer?: true;
};

const rate = (type: string, example: string, required?: true): CustomField => ({
  label: `${type} rate`,
  help: `Dense ${type} rate of the matrix units, without sparsity.`,
  unit: "TFLOP/s",
  stored: "FLOP/s",
  min: "1 GFLOP/s",
  max: "1000 PFLOP/s",
  example,
  ...(required ? { required } : {}),
});

/** Every figure of an accelerator of one's own. The first six are enough; the schema and the form are made from this. */
export const customFields = {
  memory: {
    label: "Memory",
    help: "Memory of one accelerator.",
    unit: "GB",
    stored: "B",
    min: "1 GB",
    max: "100 TB",
    example: "80 GB",
    required: true,
  },
  memoryBandwidth: {
    label: "Memory bandwidth",
    help: "Peak rate at which one accelerator reads its memory.",
    unit: "TB/s",
    stored: "B/s",
    min: "1 GB/s",
    max: "1000 TB/s",
    example: "3.35 TB/s",
    required: true,
  },
  bf16: rate("BF16", "989 TFLOP/s", true),
  fp8: rate("FP8", "1979 TFLOP/s"),
  power: {
    label: "Power",
    help: "Rated power of one accelerator.",
    unit: "W",
    stored: "W",
    min: "1 W",
    max: "100 kW",
    example: "700 W",
  },
  pricePerHour: {
    label: "Price",
    help: "US dollars per accelerator and hour.",
    unit: "USD/h",
    stored: "USD/h",
    min: "0 USD/h",
    max: "1000 USD/h",
    example: "$2.49/h",
  },
  int8: rate("INT8", "1979 TFLOP/s"),
  fp4: rate("FP4", "9000 TFLOP/s"),
  link: {
    label: "Link",
    help: "Rate of the fast fabric per accelerator in one direction.",
    unit: "GB/s",
    stored: "B/s",
    min: "1 MB/s",
    max: "100 TB/s",
    example: "450 GB/s",
  },
  linkDomain: {
    label: "Linked accelerators",
    help: "Accelerators that reach each other over that fabric.",
    unit: "acc",
    stored: "acc",
    min: "2 acc",
    max: "10000 acc",
    example: "8",
    integer: true,
  },
  hostLink: {
    label: "Host link",
    help: "Rate to the host in one direction, which carries what has no faster link.",
    unit: "GB/s",
    stored: "B/s",
    min: "1 MB/s",
    max: "10 TB/s",
    example: "64 GB/s",
  },
  nic: {
    label: "Network",
    help: "Rate to the network per accelerator in one direction.",
    unit: "GB/s",
    stored: "B/s",
    min: "1 MB/s",
    max: "10 TB/s",
    example: "50 GB/s",
  },
} as const satisfies Record<string, CustomField>;

export type CustomFieldKey = keyof typeof customFields;

/** A text in the base units of its own unit. Bounds are constants of this file, so they are always understood. */
function bound(text: string, unit: string): number {
  const reading = parseQuantity(text, unit);
  return reading.ok ? reading.value : Number.NaN;
}

/** Reads what a person typed ("3.35 TB/s") or a program sent (a number as stored), within the field's bounds. */
export function readCustomField(key: CustomFieldKey, input: string | number, comma = false): FieldReading {
  const field: CustomField = customFields[key];
  const { factor } = parseUnit(field.stored);
  const reading =
    typeof input === "number"
      ? { ok: true as const, value: input * factor, understood: "" }
      : parseQuantity(input, field.unit, comma);
  if (!reading.ok) return reading;
  if (!Number.isFinite(reading.value)) return { ok: false, message: "must be a number, understood no value" };
  const understood = formatQuantity(reading.value, field.unit).full;
  const low = bound(field.min, field.unit);
  const high = bound(field.max, field.unit);
  if (reading.value < low || reading.value > high) {
    const plainly = formatQuantity(reading.value, field.stored).full;
    return { ok: false, message: `must be from ${field.min} to ${field.max}, understood ${plainly}` };
  }
  if (field.integer && !Number.isInteger(reading.value)) {
    return { ok: false, message: `must be a whole number, understood ${understood}` };
  }
  const value = typeof input === "number" ? input : Number((reading.value / factor).toPrecision(12));
  return { ok: true, value, understood };
}

/** The text of a stored number for its input box, in the field's unit and without it. */
export function customFieldText(key: CustomFieldKey, value: number): string {
  const { unit, stored } = customFields[key];
  return formatIn(value * parseUnit(stored).factor, unit);
}
