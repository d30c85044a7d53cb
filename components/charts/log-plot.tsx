"use client";

import type { ComponentProps, ReactElement, ReactNode } from "react";
import { CartesianGrid, ResponsiveContainer, Scatter, ScatterChart, Tooltip, XAxis, YAxis } from "recharts";
import { axisText } from "./axis";

/** A logarithmic axis: the figure of a point that it shows, how far it reaches and what its ticks say. */
export type LogAxis = {
  figure: string;
  domain: readonly [number, number];
  ticks: readonly number[];
  tickText: (value: number) => string;
};

type Props = {
  x: LogAxis & { label: string };
  /** Its name stands above the plot, where it needs no turned words; `width` (px) is what its ticks take. */
  y: LogAxis & { width: number };
  /** What a point says when it is pointed at. */
  tooltip: ReactElement;
  /** Traces, points and what else is drawn between the axes. */
  children: ReactNode;
};

const axis = ({ figure, domain, ticks, tickText }: LogAxis) =>
  ({
    type: "number",
    dataKey: figure,
    scale: "log",
    domain: [...domain],
    ticks: [...ticks],
    allowDataOverflow: true,
    tickFormatter: tickText,
    tick: axisText,
    stroke: "var(--line-strong)",
  }) as const;

/** Points and lines between two logarithmic axes, as wide and high as their place. */
export function LogPlot({ x, y, tooltip, children }: Props) {
  "use memo";
  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 600, height: 320 }}>
      <ScatterChart margin={{ top: 8, right: 20, bottom: 24, left: 4 }} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--line)" />
        <XAxis {...axis(x)} label={{ value: x.label, position: "bottom", offset: 4, ...axisText }} />
        <YAxis {...axis(y)} width={y.width} />
        <Tooltip isAnimationActive={false} cursor={false} content={tooltip} />
        {children}
      </ScatterChart>
    </ResponsiveContainer>
  );
}

type ScatterProps = ComponentProps<typeof Scatter>;

/** A line through points that are not marked and say nothing. */
export function Trace({ data, line }: { data: object[]; line: ScatterProps["line"] }) {
  return <Scatter data={data} line={line} shape={() => null} tooltipType="none" isAnimationActive={false} />;
}

/** What a mark is drawn from: its place in the plot, px, and its point. */
type PlacedPoint<P> = { cx?: number; cy?: number; payload?: P };

/** What the library spreads over its own settings, among which `option` is the shape of a point. */
type Spread = { option?: never };

type MarksProps<P> = { data: P[]; mark: (point: P, cx: number, cy: number) => ReactElement };

/** Points that are marked and answer to the pointer. */
export function Marks<P extends object & Spread>({ data, mark }: MarksProps<P>) {
  const shape = ({ cx, cy, payload }: PlacedPoint<P>) =>
    cx === undefined || cy === undefined || !payload ? null : mark(payload, cx, cy);
  return <Scatter data={data} shape={shape} isAnimationActive={false} />;
}
