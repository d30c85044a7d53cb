"use client";

import { currencySign } from "@/lib/view/currency";
import type { Frontier } from "@/lib/view/frontier";
import { FrontierChart } from "./frontier-chart";
import { faintText, pointText } from "./frontier-words";
import { LineKey } from "./line-key";
import { PointGroup } from "./point-group";

type Props = {
  frontier: Frontier;
  slots: readonly number[];
  /** The option whose line stands out; null for none. */
  hovered?: number | null;
  /** Takes a point of a line as an option of its own; absent where points are only looked at. */
  onTake?: (series: number, place: number) => void;
};

/** The frontier with the names of its lines, a word on what is not in it, and its points within reach of the keys. */
export function FrontierPanel({ frontier, slots, hovered = null, onTake }: Props) {
  const { series, leftOut, currency } = frontier;
  const first = series[0]?.points.findIndex(({ current }) => current) ?? 0;
  const textOf = (line: number, place: number) => {
    const { name = "", points } = series[line] ?? {};
    const point = points?.[place];
    return point ? pointText(name, point, currency) : name;
  };
  const chart = { frontier, slots, hovered };
  return (
    <div>
      {series.length > 0 && (
        <>
          <LineKey series={series} slots={slots} />
          <p className="pl-1 text-2xs text-muted">
            Cost, blended, {currency ? currencySign(currency.code).trim() : "$"} per Mtok
          </p>
          {onTake ? (
            <PointGroup
              label="Points of cost against speed"
              lines={series.map(({ points }) => points.length)}
              start={{ series: 0, place: Math.max(0, first) }}
              textOf={textOf}
              onTake={onTake}
            >
              {(taking) => <FrontierChart {...chart} taking={taking} />}
            </PointGroup>
          ) : (
            <div className="h-72" aria-hidden="true">
              <FrontierChart {...chart} />
            </div>
          )}
        </>
      )}
      {faintText(frontier).map((text) => (
        <p key={text} className="mt-1 text-muted text-xs">
          {text}
        </p>
      ))}
      {leftOut.map(({ name, why }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: options have no identity but their place
        <p key={index} className="mt-1 text-muted text-xs">
          {name} is not drawn: it {why}.
        </p>
      ))}
    </div>
  );
}
