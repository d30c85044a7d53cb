import { Quantity } from "@/components/ui/quantity";
import type { PlanCurrency } from "@/lib/scenario/currency";
import type { LeverRow } from "@/lib/view/levers/rows";
import { cssShare } from "@/lib/view/percent";

type Props = { rows: readonly LeverRow[]; color: string; currency: PlanCurrency | undefined };

/** A line a technique on one logarithmic scale, cheap on the left: filled is computed, hatched is a published range. */
export function LeverChart({ rows, color, currency }: Props) {
  const low = Math.min(...rows.map((row) => row.low));
  const high = Math.max(...rows.map((row) => row.high));
  const place = (cost: number) => Math.log(cost / low) / Math.max(Math.log(high / low), Number.MIN_VALUE);
  return (
    <ol data-chart className="grid gap-px overflow-hidden rounded-lg border border-line bg-line">
      {rows.map(({ id, label, text, kind, accuracy, change, ...row }) => (
        <li
          key={id}
          className="grid grid-cols-[15rem_minmax(0,1fr)_11rem] items-center gap-x-4 gap-y-1 bg-surface px-4 py-1.5 max-md:grid-cols-[minmax(0,1fr)_auto]"
        >
          <p className="min-w-0">
            <span className={kind === "first" || kind === "plan" ? "font-semibold" : ""} title={text}>
              {label}
            </span>
            {(kind === "first" || kind === "plan") && (
              <span className="block text-muted text-xs">{text}</span>
            )}
            {accuracy && <span className="block text-muted text-xs">{accuracy}</span>}
          </p>
          <span aria-hidden="true" className="relative h-4 max-md:order-3 max-md:col-span-2">
            <span
              className={`absolute inset-y-0.5 min-w-1 rounded-xs border ${kind === "published" ? "hatched" : ""}`}
              style={{
                left: cssShare(place(row.low)),
                width: cssShare(place(row.high) - place(row.low)),
                borderColor: color,
                background:
                  kind === "published"
                    ? undefined
                    : `color-mix(in srgb, ${color} ${kind === "step" ? 40 : 100}%, var(--surface))`,
              }}
            />
          </span>
          <p className="text-right text-xs">
            {change && <span className="block text-muted">{change}</span>}
            {kind !== "step" && (
              <span className="whitespace-nowrap">
                <Quantity value={row.low} unit="USD/tok" currency={currency} />
                {row.high > row.low && (
                  <>
                    {" "}
                    to <Quantity value={row.high} unit="USD/tok" currency={currency} />
                  </>
                )}
              </span>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
