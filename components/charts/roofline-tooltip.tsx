import { Quantity } from "@/components/ui/quantity";
import type { OperatorPoint } from "@/lib/view/roofline";

type Props = { active?: boolean; payload?: readonly { payload?: OperatorPoint & { series: string } }[] };

/** What one operator of the roofline is, and how fast. */
export function RooflineTooltip({ active, payload }: Props) {
  const point = payload?.find((entry) => entry.payload?.label)?.payload;
  if (!active || !point) return null;
  return (
    <div className="rounded-md border border-line bg-surface p-2.5 text-xs shadow-[0_4px_16px_var(--shadow)]">
      <p className="font-semibold">{point.label}</p>
      <p className="text-muted">
        {point.series}, {point.frame}
      </p>
      <dl className="mt-1 grid grid-cols-[auto_auto] gap-x-3">
        <dt className="text-muted">Intensity</dt>
        <dd className="text-right">
          <Quantity value={point.intensity} unit="FLOP/B" />
        </dd>
        <dt className="text-muted">Achieved</dt>
        <dd className="text-right">
          <Quantity value={point.rate} unit="FLOP/s" />
        </dd>
        <dt className="text-muted">Time per step</dt>
        <dd className="text-right">
          <Quantity value={point.time} unit="s" />
        </dd>
        <dt className="text-muted">Bound by</dt>
        <dd className="text-right">{point.bound}</dd>
      </dl>
    </div>
  );
}
