import type { PlanCurrency } from "@/lib/scenario/currency";
import { formatQuantity } from "@/lib/units";
import { moneyText } from "@/lib/view/currency";

type Props = {
  value: number;
  unit: string;
  digits?: number;
  unitClass?: string;
  /** What amounts of dollars are shown in. */
  currency?: PlanCurrency | undefined;
};

/** A number to three significant digits with its unit muted beside it; the full value shows on hover. */
export function Quantity({ value, unit, digits, unitClass = "text-muted", currency }: Props) {
  const text =
    currency && unit.startsWith("USD")
      ? moneyText(value, unit, currency, digits)
      : formatQuantity(value, unit, { digits });
  const joined = /^[%/]/.test(text.unit);
  return (
    <span title={text.full} className="whitespace-nowrap tabular-nums">
      {text.number}
      {text.unit && <span className={`${unitClass} ${joined ? "" : "ml-1"} font-normal`}>{text.unit}</span>}
    </span>
  );
}
