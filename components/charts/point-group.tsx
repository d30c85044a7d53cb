"use client";

import { type KeyboardEvent, type ReactElement, type ReactNode, useMemo, useState } from "react";
import { type Place, walked } from "./point-walk";

/** Which point of which line the Tab key reaches, what each says, and what happens when one is taken. */
export type Taking = Place & {
  textOf: (series: number, place: number) => string;
  onReach: (series: number, place: number) => void;
  onTake: (series: number, place: number) => void;
};

type Props = {
  label: string;
  /** How many points each line has. */
  lines: readonly number[];
  /** Where the Tab key arrives at first. */
  start: Place;
  textOf: (series: number, place: number) => string;
  onTake: (series: number, place: number) => void;
  children: (taking: Taking) => ReactNode;
};

/**
 * The points of a plot within reach of the keys: one stop for Tab, arrows from point to point, Enter takes one. Going from
 * point to point draws no plot anew, which would put other elements in the place of the one that has the focus.
 */
export function PointGroup({ label, lines, start, textOf, onTake, children }: Props) {
  const [reached, setReached] = useState<Place | null>(null);
  const { series, place } = start;
  const plot = useMemo(
    () =>
      children({
        series,
        place,
        textOf,
        onTake,
        onReach: (line, point) => setReached({ series: line, place: point }),
      }),
    [children, series, place, textOf, onTake],
  );
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const [line, point] = (event.target as Element).getAttribute("data-point")?.split("-").map(Number) ?? [];
    if (line === undefined || point === undefined) return;
    const next = walked(lines, { series: line, place: point }, event.key);
    if (!next) return;
    event.preventDefault();
    event.currentTarget
      .querySelector<SVGElement>(`[data-point="${next.series}-${next.place}"]`)
      ?.focus({ preventScroll: true });
  };
  const stands = reached && reached.place < (lines[reached.series] ?? 0) ? reached : null;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a plot is no set of fields */}
      <div role="group" aria-label={label} className="h-72" onKeyDown={walk}>
        {plot}
      </div>
      <p className="screen-only mt-1 min-h-8 text-muted text-xs">
        {stands
          ? `${textOf(stands.series, stands.place)}. Enter takes it as an option.`
          : "Click a point to take it as an option; from the keyboard, Tab to it, arrows and Enter."}
      </p>
    </>
  );
}

/** Makes a point the one that Tab comes back to. */
function hold(point: Element) {
  for (const other of point.closest("[role=group]")?.querySelectorAll("[data-point]") ?? [])
    other.setAttribute("tabindex", other === point ? "0" : "-1");
}

type MarkProps = Place & {
  at: readonly [x: number, y: number];
  taking: Taking | undefined;
  children: ReactElement;
};

/** How many pixels around a point still mean it. */
const REACH = 9;

/** A point of a plot, which may be taken where points are taken. */
export function TakenMark({ series, place, at: [x, y], taking, children }: MarkProps) {
  if (!taking) return children;
  return (
    // biome-ignore lint/a11y/useSemanticElements: HTML has no place inside a plot
    <g
      role="button"
      tabIndex={series === taking.series && place === taking.place ? 0 : -1}
      data-point={`${series}-${place}`}
      aria-label={taking.textOf(series, place)}
      className="cursor-pointer outline-offset-2"
      onFocus={({ currentTarget }) => {
        hold(currentTarget);
        taking.onReach(series, place);
      }}
      onClick={() => taking.onTake(series, place)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        taking.onTake(series, place);
      }}
    >
      <circle cx={x} cy={y} r={REACH} fill="transparent" />
      {children}
    </g>
  );
}
