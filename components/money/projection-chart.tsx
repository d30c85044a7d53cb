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

const WIDTH = 760;
const HEIGHT = 320;
const PAD = { left: 64, right: 150, top: 12, bottom: 30 };
const YEAR = 12;
const LINE_HEIGHT = 14;

/** What is paid so far, month by month: a line an option, its low and high case as a band, the budget as a rule. */
export function ProjectionChart({ options, slots, budget, currency }: Props) {
  const lines = options.flatMap((option) => (option.ok ? [option] : []));
  const [first] = lines;
  if (!first) return <p className="text-muted">No option can be projected.</p>;
  const { months } = first.projection;
  const most = Math.max(budget ?? 0, ...lines.flatMap(({ cases }) => cases.high));
  const rate = currency?.perDollar ?? 1;
  const ticks = linearTicks(most * rate).map((tick) => tick / rate);
  const top = ticks.at(-1) ?? 1;
  const x = (index: number) =>
    PAD.left + (index / Math.max(1, months.length - 1)) * (WIDTH - PAD.left - PAD.right);
  const y = (value: number) => HEIGHT - PAD.bottom - (value / top) * (HEIGHT - PAD.top - PAD.bottom);
  const path = (values: readonly number[]) =>
    values.map((value, index) => `${index === 0 ? "M" : "L"}${x(index)},${y(value)}`).join("");
  const band = (low: readonly number[], high: readonly number[]) =>
    `${path(high)}${[...low.keys()]
      .reverse()
      .map((index) => `L${x(index)},${y(low[index] ?? 0)}`)
      .join("")}Z`;
  const dollars = (value: number) => moneyText(value, "USD", currency, 2).number;
  const ends = lines
    .map((line) => ({ line, at: y(line.projection.monthly("cumulative", months.length - 1)) }))
    .sort((a, b) => a.at - b.at);
  let last = Number.NEGATIVE_INFINITY;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`Paid so far over ${months.length} months, by option; the table has the numbers`}
      className="h-auto w-full"
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line x1={PAD.left} x2={WIDTH - PAD.right} y1={y(tick)} y2={y(tick)} stroke="var(--line)" />
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
            x2={WIDTH - PAD.right}
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
      {ends.map(({ line, at }) => {
        const name = shortName(line.name);
        const from = Math.max(at, last);
        last = from + name.length * LINE_HEIGHT;
        return (
          <text
            key={line.index}
            x={WIDTH - PAD.right + 6}
            y={from + 4}
            fontSize={11}
            fontWeight={600}
            fill={seriesColor(slots[line.index])}
          >
            {name.map((part, place) => (
              <tspan key={part} x={WIDTH - PAD.right + 6} dy={place * LINE_HEIGHT}>
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

/** A name in as much room as there is: the accelerator, and below it what tells it from its like. */
function shortName(name: string): string[] {
  const [on = "", ...differs] = name.split(", ");
  const short = (text: string) => (text.length <= NAME ? text : `${text.slice(0, NAME - 1).trimEnd()}…`);
  return [on, differs.join(", ")].filter(Boolean).map(short);
}
