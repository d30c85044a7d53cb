import { METRIC_TEXT, metricValue } from "@/lib/view/accuracy/metrics";
import { errorOf, type Point } from "@/lib/view/accuracy/point";
import { signedPercent } from "@/lib/view/percent";

/** The mark under the pointer, and where it lies as shares of the chart. */
export type Pointed = { point: Point; x: number; y: number };

/** Where a mark lies in the drawing that holds it. */
export function pointedAt(point: Point, mark: SVGElement): Pointed {
  const box = mark.getBoundingClientRect();
  const all = mark.ownerSVGElement?.getBoundingClientRect() ?? box;
  return {
    point,
    x: (box.x + box.width / 2 - all.x) / all.width,
    y: (box.y + box.height / 2 - all.y) / all.height,
  };
}

/** One measurement and the planner's answer, beside its mark on the side where there is room. */
export function PointTip({ pointed: { point, x, y } }: { pointed: Pointed }) {
  return (
    <div
      className="pointer-events-none absolute z-10 w-72 max-w-[70%] rounded-md border border-line bg-surface p-2.5 text-xs shadow-[0_4px_16px_var(--shadow)]"
      style={{
        left: `${x * 100}%`,
        top: `${y * 100}%`,
        transform: `translate(${x > 0.5 ? "calc(-100% - 12px)" : "12px"}, ${y > 0.5 ? "calc(-100% - 8px)" : "8px"})`,
      }}
    >
      <p className="font-semibold">{point.accelerator}</p>
      <p>
        {point.model}, {point.engine}
      </p>
      <p className="text-muted">{point.setup}</p>
      <dl className="mt-1 grid grid-cols-[1fr_auto] gap-x-3">
        <dt className="text-muted">{METRIC_TEXT[point.metric].label}, measured</dt>
        <dd className="text-right">{metricValue(point.metric, point.measured)}</dd>
        <dt className="text-muted">Modelled</dt>
        <dd className="text-right">{metricValue(point.metric, point.predicted)}</dd>
        <dt className="text-muted">Error</dt>
        <dd className="text-right">{signedPercent(errorOf(point))}</dd>
      </dl>
    </div>
  );
}
