"use client";

import { type KeyboardEvent, type ReactElement, type ReactNode, useState } from "react";
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

/** The points of a plot within reach of the keys: one stop for Tab, arrows from point to point, Enter takes one. */
export function PointGroup({ label, lines, start, textOf, onTake, children }: Props) {
  const [reached, setReached] = useState<Place | null>(null);
  const stands = reached && reached.place < (lines[reached.series] ?? 0) ? reached : null;
  const here = stands ?? start;
  const walk = (event: KeyboardEvent<HTMLElement>) => {
    const next = walked(lines, here, event.key);
    if (!next) return;
    event.preventDefault();
    event.currentTarget
      .querySelector<SVGElement>(`[data-point="${next.series}-${next.place}"]`)
      ?.focus({ preventScroll: true });
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a plot is no set of fields */}
      <div role="group" aria-label={label} className="h-72" onKeyDown={walk}>
        {children({ ...here, textOf, onTake, onReach: (series, place) => setReached({ series, place }) })}
      </div>
      <p className="screen-only mt-1 min-h-8 text-muted text-xs">
        {stands
          ? `${textOf(stands.series, stands.place)}. Enter takes it as an option.`
          : "Click a point to take it as an option; from the keyboard, Tab to it, arrows and Enter."}
      </p>
    </>
  );
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
      onFocus={() => taking.onReach(series, place)}
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
