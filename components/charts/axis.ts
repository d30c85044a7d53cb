import { formatQuantity } from "@/lib/units";

/** The look of an axis' words. */
export const axisText = { fill: "var(--muted)", fontSize: 11 };

/** A tick in few digits with its unit: "10 TFLOP/s". */
export function tickText(value: number, unit: string): string {
  const text = formatQuantity(value, unit, { digits: 1 });
  return `${text.number} ${text.unit}`.trim();
}

/** What tells lines apart without their colours. */
export const dashes = ["", "6 3", "2 3", "8 3 2 3", "1 3", "10 4"];
