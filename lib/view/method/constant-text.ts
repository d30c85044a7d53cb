import { formatQuantity } from "@/lib/units";

/** A constant with three significant digits and its unit: "62.9 µs", "0.529". Shares stay shares. */
export function constantText(value: number, unit: string): string {
  if (unit === "1") return String(Number(value.toPrecision(3)));
  const { number, unit: shown } = formatQuantity(value, unit);
  return `${number} ${shown}`;
}
