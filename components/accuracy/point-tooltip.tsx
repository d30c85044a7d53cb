import { METRIC_TEXT, metricValue } from "@/lib/view/accuracy/metrics";
import { signedPercent } from "@/lib/view/accuracy/percent";
import { errorOf, type Point } from "@/lib/view/accuracy/point";

type Props = { active?: boolean; payload?: readonly { payload?: Point }[] };

/** One measurement and the planner's answer. */
export function PointTooltip({ active, payload }: Props) {
  const point = payload?.[0]?.payload;
  if (!active || !point) return null;
  return (
    <div className="max-w-80 rounded-md border border-line bg-surface p-2.5 text-xs shadow-[0_4px_16px_var(--shadow)]">
      <p className="font-semibold">{point.accelerator}</p>
      <p>
        {point.model}, {point.engine}
      </p>
      <p className="text-muted">{point.setup}</p>
      <dl className="mt-1 grid grid-cols-[auto_auto] gap-x-3">
        <dt className="text-muted">{METRIC_TEXT[point.metric].label}, measured</dt>
        <dd className="text-right">{metricValue(point.metric, point.measured)}</dd>
        <dt className="text-muted">Modelled</dt>
        <dd className="text-right">{metricValue(point.metric, point.predicted)}</dd>
        <dt className="text-muted">Error</dt>
        <dd className="text-right">{signedPercent(errorOf(point))}</dd>
      </dl>
      <p className="mt-1 text-muted">Click for its source</p>
    </div>
  );
}
