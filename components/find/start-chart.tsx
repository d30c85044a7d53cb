"use client";

import { Fragment } from "react";
import { ReferenceArea, ReferenceLine } from "recharts";
import { axisText, dashes } from "@/components/charts/axis";
import { LogPlot, Marks, Trace } from "@/components/charts/log-plot";
import { TakenMark, type Taking } from "@/components/charts/point-group";
import { PointTooltip } from "@/components/charts/point-tooltip";
import { Quantity } from "@/components/ui/quantity";
import { headline } from "@/lib/engine/headlines";
import { formatQuantity, grouped } from "@/lib/units";
import type { StartPoint, startFront } from "@/lib/view/found";
import { seriesColor } from "@/lib/view/palette";

type Props = { front: ReturnType<typeof startFront>; slots: readonly number[]; taking: Taking };

const inWords = (value: number, unit: string) => {
  const { number, unit: suffix } = formatQuantity(value, unit, { digits: 1 });
  return `${number} ${suffix}`;
};

/** Time to first token against the output of each accelerator, on logarithmic axes. */
export function StartChart({ front, slots, taking }: Props) {
  const { series, starts, throughputs, goal } = front;
  const [soonest = 0.1, latest = 10] = [starts[0], starts.at(-1)];
  const [least = 1, most = 10] = [throughputs[0], throughputs.at(-1)];
  const inside = goal !== undefined && goal > soonest;
  return (
    <LogPlot
      x={{
        figure: "ttft",
        domain: [soonest, latest],
        ticks: starts,
        tickText: (value) => inWords(value, "s"),
        label: "Mean time to first token of a benchmark",
      }}
      y={{
        figure: "throughput",
        domain: [least, most],
        ticks: throughputs,
        tickText: (value) => formatQuantity(value, "1", { digits: 1 }).full,
        width: 56,
      }}
      tooltip={<StartTooltip />}
    >
      {inside && (
        <ReferenceArea
          x1={soonest}
          x2={Math.min(goal, latest)}
          y1={least}
          y2={most}
          fill="var(--good)"
          fillOpacity={0.07}
          stroke="none"
        />
      )}
      {inside && goal <= latest && (
        <ReferenceLine
          x={goal}
          stroke="var(--text)"
          strokeDasharray="4 3"
          label={{ value: "TTFT goal", position: "insideBottomRight", ...axisText, fill: "var(--text)" }}
        />
      )}
      {series.map(({ name, accelerator, points }, index) => {
        const color = seriesColor(slots[index]);
        return (
          <Fragment key={accelerator}>
            <Trace
              data={points}
              line={{ stroke: color, strokeWidth: 1.75, strokeDasharray: dashes[index % dashes.length] }}
            />
            <Marks
              data={points.map((point, place) => ({ ...point, series: name, place }))}
              mark={({ place, kept }, cx, cy) => (
                <TakenMark series={index} place={place} at={[cx, cy]} taking={taking}>
                  <circle
                    cx={cx}
                    cy={cy}
                    r={3}
                    fill="var(--surface)"
                    stroke={color}
                    strokeOpacity={kept ? 1 : 0.4}
                    strokeWidth={1.5}
                  />
                </TakenMark>
              )}
            />
          </Fragment>
        );
      })}
    </LogPlot>
  );
}

type TooltipProps = {
  active?: boolean;
  payload?: readonly { payload?: StartPoint & { series?: string } }[];
};

/** One configuration: how soon it starts and how much an accelerator gets done. */
function StartTooltip({ active, payload }: TooltipProps) {
  const point = payload?.find((entry) => entry.payload?.series)?.payload;
  if (!active || !point) return null;
  const { series = "", batch, ttft, throughput, kept } = point;
  return (
    <PointTooltip
      title={series}
      note={`Batch ${grouped(batch)}${kept ? "" : ", misses a goal"}`}
      lines={[
        { label: headline("ttft").label, value: <Quantity value={ttft} unit="s" /> },
        { label: "Output per accelerator", value: <Quantity value={throughput} unit="tok/s" /> },
      ]}
    />
  );
}
