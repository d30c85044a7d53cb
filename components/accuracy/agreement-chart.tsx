"use client";

import { CartesianGrid, ResponsiveContainer, Scatter, ScatterChart, Tooltip, XAxis, YAxis } from "recharts";
import { agreementDomain, agreementTicks } from "@/lib/view/accuracy/domain";
import { METRIC_TEXT } from "@/lib/view/accuracy/metrics";
import type { Point } from "@/lib/view/accuracy/point";
import { AgreementBand } from "./agreement-band";
import { PointMark } from "./point-mark";
import { PointTooltip } from "./point-tooltip";

type Props = { points: Point[]; chosen: Point | null; onChoose: (point: Point) => void };

const axisText = { fill: "var(--muted)", fontSize: 11 };
const count = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });

/** Predicted against measured on one logarithmic scale: on the diagonal the planner is right. */
export default function AgreementChart({ points, chosen, onChoose }: Props) {
  const domain = agreementDomain(points);
  const unit = axisUnit(points);
  const axis = {
    type: "number",
    scale: "log",
    domain,
    ticks: agreementTicks(domain),
    allowDataOverflow: true,
    tickFormatter: (value: number) => count.format(value),
    tick: axisText,
    stroke: "var(--line-strong)",
  } as const;
  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 600, height: 480 }}>
      <ScatterChart margin={{ top: 8, right: 12, bottom: 24, left: 16 }} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--line)" />
        <AgreementBand domain={domain} />
        <XAxis
          {...axis}
          dataKey="measured"
          label={{ value: `Measured, ${unit}`, position: "bottom", offset: 4, ...axisText }}
        />
        <YAxis
          {...axis}
          dataKey="predicted"
          width={56}
          label={{ value: `Modelled, ${unit}`, angle: -90, position: "left", offset: 0, ...axisText }}
        />
        <Tooltip isAnimationActive={false} cursor={false} content={<PointTooltip />} />
        <Scatter
          data={points}
          shape={PointMark}
          isAnimationActive={false}
          onClick={(item) => onChoose(item.payload as Point)}
        />
        {chosen && points.includes(chosen) && (
          <Scatter
            data={[chosen]}
            shape={(props: { cx?: number; cy?: number }) => <PointMark {...props} payload={chosen} chosen />}
            isAnimationActive={false}
          />
        )}
      </ScatterChart>
    </ResponsiveContainer>
  );
}

/** The unit of the points, or that each has its own. */
function axisUnit(points: readonly Point[]): string {
  const units = [...new Set(points.map(({ metric }) => METRIC_TEXT[metric].unit))];
  return units.length === 1 ? (units[0] as string) : "each in its unit (ms, s, tok/s)";
}
