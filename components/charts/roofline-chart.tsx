"use client";

import { Fragment } from "react";
import { decades } from "@/lib/view/log-axis";
import { seriesColor } from "@/lib/view/palette";
import type { OperatorPoint, Roofline } from "@/lib/view/roofline";
import { dashes, tickText } from "./axis";
import { LogPlot, Marks, Trace } from "./log-plot";
import { RooflineTooltip } from "./roofline-tooltip";

type Props = { roofline: Roofline; slots: readonly number[] };

/** Operators under the roofs of their accelerators, on logarithmic axes. Hollow marks: they are modelled. */
export function RooflineChart({ roofline, slots }: Props) {
  "use memo";
  const { intensity, rate } = roofline;
  return (
    <LogPlot
      x={{
        figure: "intensity",
        domain: intensity,
        ticks: decades(intensity),
        tickText: (value) => tickText(value, "1"),
        label: "Intensity, FLOP per byte",
      }}
      y={{
        figure: "rate",
        domain: rate,
        ticks: decades(rate),
        tickText: (value) => tickText(value, "FLOP/s"),
        width: 92,
      }}
      tooltip={<RooflineTooltip />}
    >
      {roofline.series.map(({ name, option, roof, points }, index) => {
        const color = seriesColor(slots[option]);
        const strokeDasharray = dashes[index % dashes.length];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: options have no identity but their place
          <Fragment key={index}>
            <Trace data={roof} line={{ stroke: color, strokeWidth: 1.5, strokeDasharray }} />
            <Marks
              data={points.map((point) => ({ ...point, series: name }))}
              mark={(point, cx, cy) => <Mark point={point} cx={cx} cy={cy} color={color} />}
            />
          </Fragment>
        );
      })}
    </LogPlot>
  );
}

type MarkProps = { point: OperatorPoint; cx: number; cy: number; color: string };

/** A circle for decode, a triangle for prefill. */
function Mark({ point, cx, cy, color }: MarkProps) {
  const look = { fill: "var(--surface)", stroke: color, strokeWidth: 1.75 };
  return point.frame === "decode" ? (
    <circle cx={cx} cy={cy} r={4.5} {...look} />
  ) : (
    <path d={`M${cx} ${cy - 5.5}l5.2 9.5h-10.4z`} {...look} />
  );
}
