import { describe, expect, it } from "vitest";
import { agreement } from "@/lib/engine/search/agreement";
import { between, fewestBeyond } from "@/lib/engine/search/fewest";

/** The values that a search asks about, and the one it finds. */
function asked(law: (value: number) => number, { start = 1, most = 1e6, close = 1e-6 } = {}) {
  const values: number[] = [];
  const found = agreement(
    (value) => {
      values.push(value);
      return law(value);
    },
    { start, most, close },
  );
  return { values, found };
}

describe("the value that is the one it brings about", () => {
  it("is found on a straight line in three rounds, wherever the search begins", () => {
    for (const start of [1, 40, 1000]) {
      const { values, found } = asked((value) => 60 - value / 2, { start });
      expect(found).toBeCloseTo(40, 9);
      expect(values.length).toBeLessThanOrEqual(start === 1000 ? 6 : 3);
      expect(values.at(-1)).toBe(found);
    }
  });

  it("falls to no less than a quarter in a round, and rises to no more than the most", () => {
    expect(asked(() => 1, { start: 100 }).values.slice(0, 3)).toEqual([100, 25, 6.25]);
    expect(asked((value) => 10 * value, { start: 3, most: 50 }).values.slice(0, 4)).toEqual([3, 30, 50, 50]);
  });

  it("is given up after 48 rounds, with what was asked last never above the most", () => {
    const { values, found } = asked((value) => value + 1, { most: 5 });
    expect(values).toHaveLength(48);
    expect(values.at(-1)).toBe(found);
    expect(Math.max(...values)).toBe(5);
  });

  it("ends as soon as both are as close as is asked, and no sooner", () => {
    expect(asked((value) => value * 1.001, { close: 0.001 + 1e-12 }).values).toEqual([1]);
    expect(asked((value) => value * 1.001, { close: 0.00099 }).values.length).toBeGreaterThan(1);
  });

  it.each([0.3, 3, 17, 17.3, 900])("is found beside a jump at %f, from both sides", (edge) => {
    // Brings about much more below the edge and much less above it: no value is its own, and the edge parts them.
    for (const start of [edge / 50, edge * 50]) {
      const { values, found } = asked((value) => (value < edge ? 1e4 : 1e-3), { start });
      expect(Math.abs(found / edge - 1)).toBeLessThan(1e-3);
      // The quickest way has seven rounds to itself, and then the middle takes every other.
      expect(values.length).toBe(48);
      expect(values.at(-1)).toBe(found);
    }
  });

  it("is found beside a knee, where each side is straight and steep", () => {
    const knee = (value: number) => (value < 100 ? 100 + 30 * (100 - value) : 100 - 0.98 * (value - 100));
    for (const start of [1, 99, 150, 5000]) {
      const { values, found } = asked(knee, { start, close: 1e-9 });
      expect(found).toBeCloseTo(100, 5);
      expect(values.length).toBeLessThan(30);
    }
  });

  it("goes the way that it goes, since the figures of saved plans hang on it", () => {
    const jump = asked((value) => (value < 10 ? 80 : 2), { start: 64, most: 64 });
    // Quarters down to 4; secants between 80 and 2, and a quarter after two on one side; then, in turns, the middle.
    expect(jump.values.slice(0, 12).map((value) => Number(value.toFixed(4)))).toEqual([
      64, 16, 4, 14.1333, 12.7383, 3.1846, 11.5665, 10.6383, 7.3191, 8.9787, 9.8085, 10.2234,
    ]);
  });
});

describe("the fewest and the largest that hold", () => {
  it("are narrowed down by five halvings", () => {
    const tried: number[] = [];
    const edge = (load: number) => {
      tried.push(load);
      return load <= 9;
    };
    expect(between(0, 32, edge)).toBe(9);
    expect(tried).toEqual([16, 8, 12, 10, 9]);
  });

  it.each([1, 2, 3, 5, 8, 30, 31])("are found beyond one that does not hold: %i", (fewest) => {
    for (const peaks of [true, false]) {
      expect(fewestBeyond(0, 31, (count) => count >= fewest, peaks)).toBe(fewest);
      expect(fewestBeyond(0, fewest - 1, (count) => count >= fewest, peaks)).toBeUndefined();
    }
  });
});
