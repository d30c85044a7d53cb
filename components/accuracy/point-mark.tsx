import { FAMILIES } from "@/lib/view/accuracy/families";
import { METRIC_TEXT, type MetricKind } from "@/lib/view/accuracy/metrics";
import type { Point } from "@/lib/view/accuracy/point";

/** Outlines of about the same area around the origin, one a kind of metric. */
export const MARK_PATHS: Record<MetricKind, string> = {
  tpot: "M-3.6 0a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0 -7.2 0",
  ttft: "M0 -4.6L4.4 3.4H-4.4Z",
  throughput: "M-3.3 -3.3H3.3V3.3H-3.3Z",
  decode: "M0 -4.8L4.8 0L0 4.8L-4.8 0Z",
  prefill: "M-3.6 -3.6L3.6 3.6M3.6 -3.6L-3.6 3.6",
  latency: "M0 -4.6V4.6M-4.6 0H4.6",
};

type Props = { cx?: number; cy?: number; payload?: Point; chosen?: boolean };

/** A point: the colour says the family, the outline the kind of metric. */
export function PointMark({ cx, cy, payload, chosen = false }: Props) {
  if (cx === undefined || cy === undefined || !payload) return null;
  const path = MARK_PATHS[METRIC_TEXT[payload.metric].kind];
  const { color } = FAMILIES[payload.family];
  return (
    <g transform={`translate(${cx} ${cy})`}>
      {chosen && <circle r={9} fill="none" stroke="var(--text)" strokeWidth={2} />}
      <path
        d={path}
        fill={color}
        fillOpacity={chosen ? 0.9 : 0.16}
        stroke={color}
        strokeWidth={chosen ? 2 : 1.25}
        strokeOpacity={chosen ? 1 : 0.75}
      />
    </g>
  );
}
