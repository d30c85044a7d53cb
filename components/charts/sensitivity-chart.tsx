import type { PlanCurrency } from "@/lib/scenario/currency";
import { moneyText } from "@/lib/view/currency";
import { inSentence } from "@/lib/view/in-sentence";
import { changeText, cssShare } from "@/lib/view/percent";
import { type Effect, matters, type Sensitivity } from "@/lib/view/sensitivity";

type Props = { rows: readonly Sensitivity[]; color: string; currency: PlanCurrency | undefined };

/** As a fraction of the cost as planned. */
const DOUBLED = 1;
const LEAST_REACH = 0.01;

/** Bars from the cost as planned to where each input takes it, the strongest input first. */
export function SensitivityChart({ rows, color, currency }: Props) {
  const idle = rows.filter((row) => !matters(row));
  const effects = rows.flatMap(({ down, up }) => [down, up]).filter((effect) => effect !== null);
  const sizes = effects.map(({ change }) => Math.abs(change));
  // One that doubles the cost would make slivers of all others: its bar is cut, and its words say how far it goes.
  const usual = sizes.filter((size) => size <= DOUBLED);
  const reach = Math.max(LEAST_REACH, ...(usual.length > 0 ? usual : sizes));
  return (
    <ul data-chart className="grid gap-px overflow-hidden rounded-lg border border-line bg-line">
      {rows.filter(matters).map(({ id, label, now, down, up }) => (
        <li
          key={id}
          className="grid grid-cols-[10rem_minmax(0,1fr)] items-center gap-x-4 gap-y-1 bg-surface px-4 py-2 max-md:grid-cols-1"
        >
          <p>
            {label} <span className="text-muted text-xs">{now}</span>
          </p>
          <div className="grid gap-1">
            <Bar effect={down} reach={reach} color={color} currency={currency} />
            <Bar effect={up} reach={reach} color={color} currency={currency} strong />
          </div>
        </li>
      ))}
      {idle.length > 0 && (
        <li className="bg-surface px-4 py-2 text-muted">
          No effect: {idle.map(({ label }) => inSentence(label)).join(", ")}.
        </li>
      )}
    </ul>
  );
}

/** Cheaper goes left, dearer goes right; the words beside say the same. */
function Bar({
  effect,
  reach,
  color,
  currency,
  strong,
}: {
  effect: Effect | null;
  reach: number;
  color: string;
  currency: PlanCurrency | undefined;
  strong?: boolean;
}) {
  if (!effect) return null;
  const size = Math.abs(effect.change) / reach;
  const width = Math.min(1, size) / 2;
  return (
    <div className="grid grid-cols-[6rem_minmax(0,1fr)_8rem] items-center gap-2 text-xs max-md:grid-cols-[4.5rem_minmax(0,1fr)_6rem]">
      <span className="text-right text-muted">{effect.text}</span>
      <span aria-hidden="true" className="relative h-3.5">
        <span className="absolute inset-y-0 left-1/2 border-line-strong border-l" />
        <span
          className="absolute inset-y-0.5 rounded-xs border"
          style={{
            left: cssShare(effect.change < 0 ? 0.5 - width : 0.5),
            width: cssShare(width),
            borderColor: color,
            background: strong ? color : `color-mix(in srgb, ${color} 30%, var(--surface))`,
          }}
        />
        {size > 1 && (
          <span className="absolute inset-y-0 right-0 grid w-4 place-items-center bg-surface text-text">
            »
          </span>
        )}
      </span>
      <span>
        {changeText(effect.change)}{" "}
        <span className="text-muted">{moneyText(effect.cost, "USD/tok", currency).number}</span>
      </span>
    </div>
  );
}
