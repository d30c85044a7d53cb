"use client";

import type { CSSProperties } from "react";
import { nextValue, POSITIONS, positionOf, type SliderRange, valueAt } from "./slider-scale";

type Props = {
  id: string;
  label: string;
  value: number;
  range: SliderRange;
  /** The value in words, for screen readers. */
  valueText: string;
  onChange: (value: number) => void;
};

const keys: Record<string, { direction: 1 | -1; big: boolean }> = {
  ArrowRight: { direction: 1, big: false },
  ArrowUp: { direction: 1, big: false },
  ArrowLeft: { direction: -1, big: false },
  ArrowDown: { direction: -1, big: false },
  PageUp: { direction: 1, big: true },
  PageDown: { direction: -1, big: true },
};

/** A slider over a linear or logarithmic range. Arrows move one step; Shift and the Page keys move far. */
export function Slider({ id, label, value, range, valueText, onChange }: Props) {
  const position = positionOf(value, range);
  return (
    <input
      id={id}
      type="range"
      aria-label={label}
      aria-valuetext={valueText}
      min={0}
      max={POSITIONS}
      step="any"
      value={position}
      className="range"
      style={{ "--filled": `${(position / POSITIONS) * 100}%` } as CSSProperties}
      onChange={(event) => onChange(valueAt(event.currentTarget.valueAsNumber, range))}
      onKeyDown={(event) => {
        const move = keys[event.key];
        if (!move || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        onChange(nextValue(value, move.direction, move.big || event.shiftKey, range));
      }}
    />
  );
}
