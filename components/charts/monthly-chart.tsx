import { Quantity } from "@/components/ui/quantity";
import type { PlanCurrency } from "@/lib/scenario/currency";
import { moneyText } from "@/lib/view/currency";
import type { Month } from "@/lib/view/monthly";
import { seriesColor } from "@/lib/view/palette";
import { cssShare } from "@/lib/view/percent";

type Props = {
  months: readonly Month[];
  slots: readonly number[];
  currency: PlanCurrency | undefined;
};

/** What each option costs a month and what it serves for that, bars on one scale. */
export function MonthlyChart({ months, slots, currency }: Props) {
  const dearest = Math.max(0, ...months.map(({ cost }) => cost ?? 0));
  return (
    <ul data-chart className="grid gap-px overflow-hidden rounded-lg border border-line bg-line">
      {months.map(({ name, cost, requests, inputTokens, outputTokens, energy }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: options have no identity but their place
        <li key={index} className="bg-surface px-4 py-3">
          <div className="flex items-baseline justify-between gap-3">
            <span className="font-medium">{name}</span>
            <span className="font-semibold text-base">
              {cost === null ? <span className="font-normal text-muted">no cost known</span> : null}
              {cost !== null && moneyText(cost, "USD", currency).number}
            </span>
          </div>
          <div aria-hidden="true" className="mt-1.5 h-2.5 rounded-xs bg-inset">
            {cost !== null && dearest > 0 && (
              <div
                className="h-full rounded-xs"
                style={{
                  width: cssShare(cost / dearest),
                  background: seriesColor(slots[index]),
                }}
              />
            )}
          </div>
          {requests === null ? (
            <p className="mt-1.5 text-muted text-xs">Does not run as planned, so it serves nothing.</p>
          ) : (
            <dl className="mt-1.5 flex flex-wrap gap-x-5 gap-y-0.5 text-xs">
              <Served label="Requests" value={requests} unit="1" />
              <Served label="Input" value={inputTokens} unit="tok" />
              <Served label="Output" value={outputTokens} unit="tok" />
              <Served label="Energy" value={energy} unit="kWh" />
            </dl>
          )}
        </li>
      ))}
    </ul>
  );
}

function Served({ label, value, unit }: { label: string; value: number | null; unit: string }) {
  if (value === null) return null;
  return (
    <div className="flex gap-1.5">
      <dt className="text-muted">{label}</dt>
      <dd>
        <Quantity value={value} unit={unit} />
      </dd>
    </div>
  );
}
