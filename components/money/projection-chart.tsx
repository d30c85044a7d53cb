"use client";

import { useCallback, useState } from "react";
import { axisText, dashes } from "@/components/charts/axis";
import type { PlanCurrency } from "@/lib/scenario/currency";
import { dayText } from "@/lib/units";
import { moneyText } from "@/lib/view/currency";
import { linearTicks } from "@/lib/view/money/linear-ticks";
import { monthName, type OptionMonths } from "@/lib/view/money/months";
import { seriesColor } from "@/lib/view/palette";

type Props = {
  options: readonly OptionMonths[];
  slots: readonly number[];
  budget: number | undefined;
  currency: PlanCurrency | undefined;
};

/** Drawn in pixels as wide as there is room, so that letters keep their size; wider, the whole grows. */
const WIDEST = 760;
const NARROWEST = 280;
/** Below this the names of the lines take a line each above them, in place of the room beside their ends. */
const BESIDE = 560;
const HEIGHT = 320;
const PAD = { left: 64, right: 150, top: 12, bottom: 30 };
const EDGE = 24;
const YEAR = 12;
const LINE_HEIGHT = 14;

/** What is paid so far, month by month: a line an option, its low and high case as a band, the budget as a rule. */
export function ProjectionChart({ options, slots, budget, currency }: Props) {
  const [width, setWidth] = useState(WIDEST);
  const measured = useCallback((svg: SVGSVGElement) => {
    const watch = new ResizeObserver(([entry]) => {
      const room = entry?.contentRect.width ?? 0;
      if (room > 0) setWidth(Math.round(Math.min(WIDEST, Math.max(NARROWEST, room))));
    });
    watch.observe(svg);
    return () => watch.disconnect();
  }, []);
  const lines = options.flatMap((option) => (option.ok ? [option] : []));
  const [first] = lines;
  if (!first) return <p className="text-muted">No option can be projected.</p>;
  const { months } = first.projection;
  const most = Math.max(budget ?? 0, ...lines.flatMap(({ cases }) => cases.high));
  const rate = currency?.perDollar ?? 1;
  const ticks = linearTicks(most * rate).map((tick) => tick / rate);
  const top = ticks.at(-1) ?? 1;
  const beside = width >= BESIDE;
  const named = lines.map((line) => ({ line, name: shortName(line.name, beside) }));
  const above = beside
    ? PAD.top
    : PAD.top + named.reduce((sum, { name }) => sum + name.length * LINE_HEIGHT, 0);
  const right = width - (beside ? PAD.right : EDGE);
  const x = (index: number) =>
    hundredths(PAD.left + (index / Math.max(1, months.length - 1)) * (right - PAD.left));
  const y = (value: number) =>
    hundredths(HEIGHT - PAD.bottom - (value / top) * (HEIGHT - above - PAD.bottom));
  const path = (values: readonly number[]) =>
    values.map((value, index) => `${index === 0 ? "M" : "L"}${x(index)},${y(value)}`).join("");
  const band = (low: readonly number[], high: readonly number[]) =>
    `${path(high)}${[...low.keys()]
      .reverse()
      .map((index) => `L${x(index)},${y(low[index] ?? 0)}`)
      .join("")}Z`;
  const dollars = (value: number) => moneyText(value, "USD", currency, 2).number;
  const ends = named
    .map(({ line, name }) => ({
      line,
      name,
      at: beside ? y(line.projection.monthly("cumulative", months.length - 1)) : PAD.top,
    }))
    .sort((a, b) => a.at - b.at);
  const nameAt = beside ? right + 6 : PAD.left;
  let last = Number.NEGATIVE_INFINITY;
  return (
    <svg
      ref={measured}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-label={`Paid so far over ${months.length} months, by option; the table has the numbers`}
      className="h-auto w-full"
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={PAD.left} x2={right} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
          <text x={PAD.left - 8} y={y(tick) + 4} textAnchor="end" {...axisText}>
            {dollars(tick)}
          </text>
        </g>
      ))}
      {months
        .filter(({ index }) => index % YEAR === 0 || index === months.length - 1)
        .map(({ index }) => (
          <text key={index} x={x(index)} y={HEIGHT - 10} textAnchor="middle" {...axisText}>
            {dayText(monthName(first.projection, index))}
          </text>
        ))}
      {lines.map(({ index, cases }) => (
        <path
          key={index}
          d={band(cases.low, cases.high)}
          fill={seriesColor(slots[index])}
          fillOpacity={0.12}
        />
      ))}
      {lines.map(({ index, projection }) => (
        <path
          key={index}
          d={path(months.map((month) => projection.monthly("cumulative", month.index)))}
          fill="none"
          stroke={seriesColor(slots[index])}
          strokeWidth={2}
          strokeDasharray={dashes[index % dashes.length]}
        />
      ))}
      {budget !== undefined && (
        <g>
          <line
            x1={PAD.left}
            x2={right}
            y1={y(budget)}
            y2={y(budget)}
            stroke="var(--text)"
            strokeDasharray="4 3"
          />
          <text x={PAD.left + 4} y={y(budget) - 5} fontSize={11} fill="var(--text)">
            Budget
          </text>
        </g>
      )}
      {ends.map(({ line, name, at }) => {
        const from = Math.max(at, last);
        last = from + name.length * LINE_HEIGHT;
        return (
          <text
            key={line.index}
            x={nameAt}
            y={from + 4}
            fontSize={11}
            fontWeight={600}
            fill={seriesColor(slots[line.index])}
          >
            {name.map((part, place) => (
              <tspan key={part} x={nameAt} dy={place * LINE_HEIGHT}>
                {part}
              </tspan>
            ))}
          </text>
        );
      })}
    </svg>
  );
}

const NAME = 22;

/** Browsers and servers differ in a number's last digit, which a drawing has no use for. */
const hundredths = (value: number) => Math.round(value * 100) / 100;

/** A name in as much room as there is: the accelerator, and below it what tells it from its like. */
function shortName(name: string, beside: boolean): string[] {
  if (!beside) return [name];
  const [on = "", ...differs] = name.split(", ");
  const short = (text: string) => (text.length <= NAME ? text : `${text.slice(0, NAME - 1).trimEnd()}…`);
  return [on, differs.join(", ")].filter(Boolean).map(short);
}
