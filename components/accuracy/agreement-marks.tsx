import { usePlotArea } from "recharts";
import { FAMILIES } from "@/lib/view/accuracy/families";
import { METRIC_TEXT } from "@/lib/view/accuracy/metrics";
import type { Point } from "@/lib/view/accuracy/point";
import { MARK_PATHS } from "./mark-paths";

type Props = {
  points: readonly Point[];
  domain: readonly [number, number];
  onPoint: (point: Point, mark: SVGElement) => void;
  onLeave: () => void;
  onChoose: (point: Point) => void;
};

/**
 * A mark a measurement: the colour says the family, the outline the kind of metric. Drawn here and not as the chart's
 * own symbols, because a thousand of those take a second to draw.
 */
export function AgreementMarks({ points, domain, onPoint, onLeave, onChoose }: Props) {
  "use memo";
  const area = usePlotArea();
  if (!area) return null;
  const place = placeIn(area, domain);
  const pointOf = (target: EventTarget) => points[Number((target as SVGElement).dataset.mark)];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list of measurements says the same to a keyboard
    <g
      onPointerOver={({ target }) => {
        const point = pointOf(target);
        if (point) onPoint(point, target as SVGElement);
      }}
      onPointerOut={onLeave}
      onClick={({ target }) => {
        const point = pointOf(target);
        if (point) onChoose(point);
      }}
    >
      {points.map((point, index) => {
        const { color } = FAMILIES[point.family];
        const { x, y } = place(point);
        return (
          <path
            key={point.id}
            data-mark={index}
            d={MARK_PATHS[METRIC_TEXT[point.metric].kind]}
            transform={`translate(${x} ${y})`}
            fill={color}
            fillOpacity={0.16}
            stroke={color}
            strokeOpacity={0.75}
            strokeWidth={1.25}
            pointerEvents="all"
            className="cursor-pointer"
          />
        );
      })}
    </g>
  );
}

/** A ring around the chosen mark. */
export function ChosenRing({ point, domain }: { point: Point; domain: readonly [number, number] }) {
  const area = usePlotArea();
  if (!area) return null;
  const { x, y } = placeIn(area, domain)(point);
  return <circle cx={x} cy={y} r={9} fill="none" stroke="var(--text)" strokeWidth={2} pointerEvents="none" />;
}

type Area = { x: number; y: number; width: number; height: number };

/** Where a point lies in the plot, both axes being logarithmic over one domain. */
function placeIn(area: Area, [low, high]: readonly [number, number]) {
  const share = (value: number) => Math.log(value / low) / Math.log(high / low);
  return ({ measured, predicted }: Point) => ({
    x: Math.round(10 * (area.x + area.width * share(measured))) / 10,
    y: Math.round(10 * (area.y + area.height * (1 - share(predicted)))) / 10,
  });
}
