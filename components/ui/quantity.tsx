import { formatQuantity } from "@/lib/units";

type Props = { value: number; unit: string; digits?: number; unitClass?: string };

/** A number to three significant digits with its unit muted beside it; the full value shows on hover. */
export function Quantity({ value, unit, digits, unitClass = "text-muted" }: Props) {
  const text = formatQuantity(value, unit, { digits });
  const joined = /^[%/]/.test(text.unit);
  return (
    <span title={text.full} className="whitespace-nowrap tabular-nums">
      {text.number}
      {text.unit && <span className={`${unitClass} ${joined ? "" : "ml-1"} font-normal`}>{text.unit}</span>}
    </span>
  );
}
