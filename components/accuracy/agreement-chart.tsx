"use client";

import { useState } from "react";
import { CartesianGrid, ResponsiveContainer, Scatter, ScatterChart, XAxis, YAxis } from "recharts";
import { axisText } from "@/components/charts/axis";
import { grouped } from "@/lib/units";
import { agreementDomain } from "@/lib/view/accuracy/domain";
import { METRIC_TEXT } from "@/lib/view/accuracy/metrics";
import type { Point } from "@/lib/view/accuracy/point";
import { ticksWithin } from "@/lib/view/log-axis";
import { AgreementBand } from "./agreement-band";
import { AgreementMarks, ChosenRing } from "./agreement-marks";
import { type Pointed, PointTip, pointedAt } from "./point-tip";

type Props = { points: Point[]; chosen: Point | null; onChoose: (point: Point) => void };

const middle = { textAnchor: "middle" } as const;
const count = (value: number) => grouped(value, { maximumSignificantDigits: 3 });

/** Predicted against measured on one logarithmic scale: on the diagonal the planner is right. */
export default function AgreementChart({ points, chosen, onChoose }: Props) {
  "use memo";
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const domain = agreementDomain(points);
  const unit = axisUnit(points);
  const axis = {
    type: "number",
    scale: "log",
    domain,
    ticks: ticksWithin(domain),
    allowDataOverflow: true,
    tickFormatter: count,
    tick: axisText,
    stroke: "var(--line-strong)",
  } as const;
  return (
    <div className="relative h-full">
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
            label={{
              value: `Modelled, ${unit}`,
              angle: -90,
              position: "left",
              offset: 0,
              style: middle,
              ...axisText,
            }}
          />
          <Scatter data={CORNERS} shape={() => null} isAnimationActive={false} />
          <AgreementMarks
            points={points}
            domain={domain}
            onPoint={(point, mark) => setPointed(pointedAt(point, mark))}
            onLeave={() => setPointed(null)}
            onChoose={onChoose}
          />
          {chosen && <ChosenRing point={chosen} domain={domain} />}
        </ScatterChart>
      </ResponsiveContainer>
      {pointed && <PointTip pointed={pointed} />}
    </div>
  );
}

/** Axes are drawn for data only; these lie outside of every domain and are never drawn themselves. */
const CORNERS = [{ measured: 1, predicted: 1 }];

/** The unit of the points, or that each has its own. */
function axisUnit(points: readonly Point[]): string {
  const units = [...new Set(points.map(({ metric }) => METRIC_TEXT[metric].unit))];
  return units.length === 1 ? (units[0] as string) : "each in its unit (ms, s, tok/s)";
}
