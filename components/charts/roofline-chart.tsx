"use client";

import { CartesianGrid, ResponsiveContainer, Scatter, ScatterChart, Tooltip, XAxis, YAxis } from "recharts";
import { seriesColor } from "@/lib/view/palette";
import { decades, type OperatorPoint, type Roofline } from "@/lib/view/roofline";
import { axisText, dashes, tickText } from "./axis";
import { RooflineTooltip } from "./roofline-tooltip";

type Props = { roofline: Roofline; slots: Map<string, number> };

/** Operators under the roofs of their accelerators, on logarithmic axes. Hollow marks: they are modelled. */
export function RooflineChart({ roofline, slots }: Props) {
  "use memo";
  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 600, height: 320 }}>
      <ScatterChart margin={{ top: 8, right: 12, bottom: 24, left: 12 }} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--line)" />
        <XAxis
          type="number"
          dataKey="intensity"
          scale="log"
          domain={roofline.intensity}
          ticks={decades(roofline.intensity)}
          allowDataOverflow
          tickFormatter={(value: number) => tickText(value, "1")}
          tick={axisText}
          stroke="var(--line-strong)"
          label={{ value: "Intensity, FLOP per byte", position: "bottom", offset: 4, ...axisText }}
        />
        <YAxis
          type="number"
          dataKey="rate"
          scale="log"
          domain={roofline.rate}
          ticks={decades(roofline.rate)}
          allowDataOverflow
          width={92}
          tickFormatter={(value: number) => tickText(value, "FLOP/s")}
          tick={axisText}
          stroke="var(--line-strong)"
        />
        <Tooltip isAnimationActive={false} cursor={false} content={<RooflineTooltip />} />
        {roofline.series.flatMap((series, index) => {
          const color = seriesColor(slots.get(series.accelerator) ?? 1);
          const name = `${index}-${series.name}`;
          return [
            <Scatter
              key={`${name}-roof`}
              data={series.roof}
              line={{ stroke: color, strokeWidth: 1.5, strokeDasharray: dashes[index % dashes.length] }}
              shape={() => null}
              tooltipType="none"
              isAnimationActive={false}
            />,
            <Scatter
              key={`${name}-points`}
              data={series.points.map((point) => ({ ...point, series: series.name }))}
              shape={(props: MarkProps) => <Mark {...props} color={color} />}
              isAnimationActive={false}
            />,
          ];
        })}
      </ScatterChart>
    </ResponsiveContainer>
  );
}

type MarkProps = { cx?: number; cy?: number; payload?: OperatorPoint };

/** A circle for decode, a triangle for prefill. */
function Mark({ cx, cy, payload, color }: MarkProps & { color: string }) {
  if (cx === undefined || cy === undefined || !payload) return null;
  const look = { fill: "var(--surface)", stroke: color, strokeWidth: 1.75 };
  return payload.frame === "decode" ? (
    <circle cx={cx} cy={cy} r={4.5} {...look} />
  ) : (
    <path d={`M${cx} ${cy - 5.5}l5.2 9.5h-10.4z`} {...look} />
  );
}
