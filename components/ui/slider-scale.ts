/** What a slider runs over: bounds and step in the field's own unit. */
export type SliderRange = { min: number; max: number; step: number; scale: "linear" | "log" };

/** Positions of a slider's thumb, 0 … POSITIONS. */
export const POSITIONS = 1000;

const clamp = (value: number, { min, max }: SliderRange) => Math.min(max, Math.max(min, value));

/** Rounds to the field's step, counted from its minimum, without binary noise. */
function snap(value: number, range: SliderRange): number {
  const steps = Math.round((value - range.min) / range.step);
  return clamp(Number((range.min + steps * range.step).toPrecision(12)), range);
}

/** Two significant digits are enough for a thumb: 12,000 rather than 12,347. */
function grid(value: number): number {
  return 10 ** (Math.floor(Math.log10(value)) - 1);
}

/** A logarithmic slider that reaches zero starts its logarithm at one step. */
const floorOf = (range: SliderRange) => (range.min > 0 ? range.min : range.step);

/** Where the thumb stands for a value. */
export function positionOf(value: number, range: SliderRange): number {
  const inside = clamp(value, range);
  if (range.scale === "linear") return ((inside - range.min) / (range.max - range.min)) * POSITIONS;
  const low = floorOf(range);
  if (inside < low) return 0;
  return (Math.log(inside / low) / Math.log(range.max / low)) * POSITIONS;
}

/** The value under the thumb, rounded to what a person would type. */
export function valueAt(position: number, range: SliderRange): number {
  const share = position / POSITIONS;
  if (position <= 0) return range.min;
  if (position >= POSITIONS) return range.max;
  if (range.scale === "linear") return snap(range.min + share * (range.max - range.min), range);
  const low = floorOf(range);
  const raw = low * (range.max / low) ** share;
  const coarse = Math.max(grid(raw), range.step);
  return snap(Math.round(raw / coarse) * coarse, range);
}

/** The value one arrow key away; `big` (Shift, Page keys) doubles or halves, or moves ten steps. */
export function nextValue(value: number, direction: 1 | -1, big: boolean, range: SliderRange): number {
  if (range.scale === "linear") return snap(value + direction * range.step * (big ? 10 : 1), range);
  if (big) return snap(direction > 0 ? Math.max(value * 2, range.step) : value / 2, range);
  // Downwards the grid of the value just below counts: 100 goes to 99, not to 90.
  const from = direction > 0 ? value : value * (1 - 1e-9);
  const coarse = Math.max(from > 0 ? grid(from) : 0, range.step);
  const steps = direction > 0 ? Math.floor(value / coarse + 1e-9) + 1 : Math.ceil(value / coarse - 1e-9) - 1;
  return snap(steps * coarse, range);
}
