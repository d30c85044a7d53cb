"use client";

import { usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import type { FrontierSeries } from "@/lib/view/frontier";

type Props = { series: readonly FrontierSeries[]; colorOf: (accelerator: string) => string };

const LINE_HEIGHT = 14;
/** About the width of a letter of this size; a name that would leave the chart ends at its edge. */
const LETTER = 6;

/** The name of each line beside its fastest point, moved apart where two would overlap. */
export function EndLabels({ series, colorOf }: Props) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const plot = usePlotArea();
  if (!x || !y || !plot) return null;
  const placed = series
    .flatMap(({ name, accelerator, points }) => {
      const end = points[0];
      const [left, top] = end ? [x(end.userRate), y(end.cost)] : [];
      return left === undefined || top === undefined ? [] : [{ name, accelerator, left, top: top - 8 }];
    })
    .sort((a, b) => a.top - b.top);
  let last = Number.NEGATIVE_INFINITY;
  return (
    <g fontSize={11} fontWeight={600} textAnchor="end">
      {placed.map(({ name, accelerator, left, top }, index) => {
        last = Math.max(top, plot.y + LINE_HEIGHT - 4, last + LINE_HEIGHT);
        const right = Math.max(left - 8, plot.x + name.length * LETTER + 4);
        return (
          <text
            // biome-ignore lint/suspicious/noArrayIndexKey: options have no identity but their place
            key={index}
            x={right}
            y={last}
            fill={colorOf(accelerator)}
            stroke="var(--surface)"
            strokeWidth={3}
            paintOrder="stroke"
          >
            {name}
          </text>
        );
      })}
    </g>
  );
}
