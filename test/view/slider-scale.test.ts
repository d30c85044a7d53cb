import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextValue, POSITIONS, positionOf, type SliderRange, valueAt } from "@/components/ui/slider-scale";

const tokens: SliderRange = { min: 1, max: 1_000_000, step: 1, scale: "log" };
const fraction: SliderRange = { min: 0.5, max: 0.98, step: 0.01, scale: "linear" };

describe("a slider's scale", () => {
  it("reaches both ends exactly", () => {
    for (const range of [tokens, fraction]) {
      expect(valueAt(0, range)).toBe(range.min);
      expect(valueAt(POSITIONS, range)).toBe(range.max);
      expect(positionOf(range.min, range)).toBe(0);
      expect(positionOf(range.max, range)).toBe(POSITIONS);
    }
  });

  it("rounds a logarithmic thumb to two digits", () => {
    expect(valueAt(positionOf(12_345, tokens), tokens)).toBe(12_000);
    expect(valueAt(positionOf(7, tokens), tokens)).toBe(7);
  });

  it("stays on the step and inside the bounds, wherever the thumb is", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: POSITIONS, noNaN: true }), (position) => {
        expect(Number.isInteger(valueAt(position, tokens))).toBe(true);
        const share = valueAt(position, fraction);
        expect(share).toBeGreaterThanOrEqual(0.5);
        expect(share).toBeLessThanOrEqual(0.98);
        expect(Math.abs(share * 100 - Math.round(share * 100))).toBeLessThan(1e-9);
      }),
    );
  });

  it("goes up and back down to where it was", () => {
    expect(nextValue(99, 1, false, tokens)).toBe(100);
    expect(nextValue(100, 1, false, tokens)).toBe(110);
    expect(nextValue(110, -1, false, tokens)).toBe(100);
    expect(nextValue(100, -1, false, tokens)).toBe(99);
    expect(nextValue(0.9, 1, false, fraction)).toBe(0.91);
  });

  it("always moves, except at an end", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 999_999 }), fc.boolean(), (value, big) => {
        expect(nextValue(value, 1, big, tokens)).toBeGreaterThan(value);
        expect(nextValue(value, -1, big, tokens)).toBeLessThan(value);
      }),
    );
    expect(nextValue(1, -1, true, tokens)).toBe(1);
    expect(nextValue(1_000_000, 1, true, tokens)).toBe(1_000_000);
  });
});
