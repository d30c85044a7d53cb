"use client";

import { Fragment } from "react";
import { ReferenceArea, ReferenceLine } from "recharts";
import { formatQuantity } from "@/lib/units";
import { moneyText } from "@/lib/view/currency";
import type { Frontier, FrontierPoint } from "@/lib/view/frontier";
import { seriesColor } from "@/lib/view/palette";
import { axisText, dashes } from "./axis";
import { FrontierTooltip } from "./frontier-tooltip";
import { LogPlot, Marks, Trace } from "./log-plot";
import { TakenMark, type Taking } from "./point-group";

type Props = {
  frontier: Frontier;
  slots: readonly number[];
  hovered: number | null;
  /** How points are walked through and taken; absent where they are only looked at. */
  taking?: Taking;
};

const bounds = (ticks: number[]): [number, number] => [ticks[0] ?? 1, ticks.at(-1) ?? 10];

/** Cost against speed per user on logarithmic axes, a line an option; where a goal is missed the line is faint. */
export function FrontierChart({ frontier, slots, hovered, taking }: Props) {
  "use memo";
  const { series, rates, costs, rateGoal, rateGoalText, currency } = frontier;
  const [slowest, fastest] = bounds(rates);
  const [cheapest, dearest] = bounds(costs);
  // Words beside the line stay in the plot.
  const isRight = rateGoal !== undefined && rateGoal ** 2 > slowest * fastest;
  return (
    <LogPlot
      x={{
        figure: "userRate",
        domain: [slowest, fastest],
        ticks: rates,
        tickText: (value) => formatQuantity(value, "1").number,
        label: "Speed per user, tok/s",
      }}
      y={{
        figure: "cost",
        domain: [cheapest, dearest],
        ticks: costs,
        tickText: (value) => moneyText(value, "USD/tok", currency).number,
        width: 64,
      }}
      tooltip={<FrontierTooltip currency={currency} />}
    >
      {rateGoal !== undefined && rateGoal < fastest && (
        <ReferenceArea
          x1={Math.max(rateGoal, slowest)}
          x2={fastest}
          y1={cheapest}
          y2={dearest}
          fill="var(--good)"
          fillOpacity={0.07}
          stroke="none"
        />
      )}
      {rateGoal !== undefined && rateGoal >= slowest && rateGoal <= fastest && (
        <ReferenceLine
          x={rateGoal}
          stroke="var(--text)"
          strokeDasharray="4 3"
          label={{
            value: rateGoalText ?? "",
            position: isRight ? "insideTopRight" : "insideTopLeft",
            ...axisText,
            fill: "var(--text)",
          }}
        />
      )}
      {series.map(({ option, name, points }, index) => {
        const color = seriesColor(slots[option ?? index]);
        const line = {
          stroke: color,
          strokeWidth: option === hovered ? 3.5 : 1.75,
          strokeDasharray: dashes[index % dashes.length],
        };
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: options have no identity but their place
          <Fragment key={index}>
            <Trace data={points} line={{ ...line, strokeOpacity: 0.35 }} />
            <Trace data={points.filter(({ kept }) => kept)} line={line} />
            <Marks
              data={points.map((point, place) => ({ ...point, series: name, place }))}
              mark={(point, cx, cy) => (
                <TakenMark series={index} place={point.place} at={[cx, cy]} taking={taking}>
                  <Mark point={point} cx={cx} cy={cy} color={color} />
                </TakenMark>
              )}
            />
          </Fragment>
        );
      })}
    </LogPlot>
  );
}

type MarkProps = { point: FrontierPoint; cx: number; cy: number; color: string };

/** Modelled points are hollow; the plan's own load is large. */
function Mark({ point, cx, cy, color }: MarkProps) {
  const look = { fill: "var(--surface)", stroke: color, strokeOpacity: point.kept ? 1 : 0.5 };
  return point.current ? (
    <circle cx={cx} cy={cy} r={6.5} {...look} strokeWidth={3} strokeOpacity={1} />
  ) : (
    <circle cx={cx} cy={cy} r={2.5} {...look} strokeWidth={1.5} />
  );
}
