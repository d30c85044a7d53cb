"use client";

import {
  CartesianGrid,
  ReferenceLine,
  ResponsiveContainer,
  Scatter,
  ScatterChart,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { formatQuantity } from "@/lib/units";
import type { Frontier, FrontierPoint } from "@/lib/view/frontier";
import { seriesColor } from "@/lib/view/palette";
import { axisText, dashes } from "./axis";
import { EndLabels } from "./end-labels";
import { FrontierTooltip } from "./frontier-tooltip";

type Props = { frontier: Frontier; slots: Map<string, number> };

const bounds = (ticks: number[]): [number, number] => [ticks[0] ?? 1, ticks.at(-1) ?? 10];

/** Cost against speed per user on logarithmic axes, a line an option; where a goal is missed the line is faint. */
export function FrontierChart({ frontier, slots }: Props) {
  "use memo";
  const { series, rates, costs, rateGoal } = frontier;
  const colorOf = (accelerator: string) => seriesColor(slots.get(accelerator) ?? 1);
  const [slowest, fastest] = bounds(rates);
  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 600, height: 320 }}>
      <ScatterChart margin={{ top: 6, right: 16, bottom: 24, left: 4 }} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--line)" />
        <XAxis
          type="number"
          dataKey="userRate"
          scale="log"
          domain={bounds(rates)}
          ticks={rates}
          allowDataOverflow
          tickFormatter={(value: number) => formatQuantity(value, "1").number}
          tick={axisText}
          stroke="var(--line-strong)"
          label={{ value: "Speed per user, tok/s", position: "bottom", offset: 4, ...axisText }}
        />
        <YAxis
          type="number"
          dataKey="cost"
          scale="log"
          domain={bounds(costs)}
          ticks={costs}
          allowDataOverflow
          width={64}
          tickFormatter={(value: number) => formatQuantity(value, "USD/tok").number}
          tick={axisText}
          stroke="var(--line-strong)"
        />
        <Tooltip isAnimationActive={false} cursor={false} content={<FrontierTooltip />} />
        {rateGoal !== undefined && rateGoal >= slowest && rateGoal <= fastest && (
          <ReferenceLine
            x={rateGoal}
            stroke="var(--text)"
            strokeDasharray="4 3"
            label={{ value: "TPOT goal", position: "insideBottomLeft", ...axisText, fill: "var(--text)" }}
          />
        )}
        {series.flatMap((one, index) => {
          const color = colorOf(one.accelerator);
          const line = { stroke: color, strokeWidth: 1.75, strokeDasharray: dashes[index % dashes.length] };
          const name = `${index}-${one.name}`;
          return [
            <Scatter
              key={`${name}-all`}
              data={one.points}
              line={{ ...line, strokeOpacity: 0.35 }}
              shape={() => null}
              tooltipType="none"
              isAnimationActive={false}
            />,
            <Scatter
              key={`${name}-kept`}
              data={one.points.filter(({ kept }) => kept)}
              line={line}
              shape={() => null}
              tooltipType="none"
              isAnimationActive={false}
            />,
            <Scatter
              key={`${name}-points`}
              data={one.points.map((point) => ({ ...point, series: one.name }))}
              shape={(props: MarkProps) => <Mark {...props} color={color} />}
              isAnimationActive={false}
            />,
          ];
        })}
        <EndLabels series={series} colorOf={colorOf} />
      </ScatterChart>
    </ResponsiveContainer>
  );
}

type MarkProps = { cx?: number; cy?: number; payload?: FrontierPoint };

/** Modelled points are hollow; the plan's own load is large. */
function Mark({ cx, cy, payload, color }: MarkProps & { color: string }) {
  if (cx === undefined || cy === undefined || !payload) return null;
  const look = { fill: "var(--surface)", stroke: color, strokeOpacity: payload.kept ? 1 : 0.5 };
  return payload.current ? (
    <circle cx={cx} cy={cy} r={6.5} {...look} strokeWidth={3} strokeOpacity={1} />
  ) : (
    <circle cx={cx} cy={cy} r={2.5} {...look} strokeWidth={1.5} />
  );
}
