"use client";

import { Slider as Base } from "@base-ui/react/slider";
import type { KeyboardEvent } from "react";
import { nextValue, POSITIONS, positionOf, type SliderRange, valueAt } from "./slider-scale";

type Props = {
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
export function Slider({ label, value, range, valueText, onChange }: Props) {
  "use memo";
  function press(event: KeyboardEvent) {
    const move = keys[event.key];
    if (!move || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onChange(nextValue(value, move.direction, move.big || event.shiftKey, range));
  }
  return (
    <Base.Root
      min={0}
      max={POSITIONS}
      value={positionOf(value, range)}
      onValueChange={(position) => onChange(valueAt(position, range))}
      className="px-2 md:h-5"
    >
      <Base.Control className="touch flex h-full cursor-pointer touch-pan-y items-center">
        <Base.Track className="h-1 w-full rounded-full bg-line">
          <Base.Indicator className="rounded-full bg-accent" />
          <Base.Thumb
            aria-label={label}
            aria-valuetext={valueText}
            onKeyDown={press}
            className="h-4 w-4 rounded-full border-2 border-accent bg-surface hover:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2 max-md:h-6 max-md:w-6"
          />
        </Base.Track>
      </Base.Control>
    </Base.Root>
  );
}
