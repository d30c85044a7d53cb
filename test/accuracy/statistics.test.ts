import { describe, expect, it } from "vitest";
import { errorsOf, medianOf } from "@/lib/accuracy/statistics";

describe("the median", () => {
  it("is the middle, or the mean of the two in the middle, whatever the order", () => {
    expect(medianOf([5, 1, 3])).toBe(3);
    expect(medianOf([4, 1, 3, 2])).toBe(2.5);
    expect(() => medianOf([])).toThrow("nothing");
  });

  it("leaves the list as it was", () => {
    const values = [3, 1, 2];
    medianOf(values);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe("errors", () => {
  // Worked by hand: |r − 1| = 0.5, 0.1, 0, 0.25, 1.
  const found = errorsOf([0.5, 0.9, 1, 1.25, 2]);

  it("are relative to the measurement", () => {
    expect(found.cases).toBe(5);
    expect(found.mape).toBeCloseTo((0.5 + 0.1 + 0 + 0.25 + 1) / 5, 12);
    expect(found.median).toBe(0.25);
  });

  it("count a quarter exactly as within a quarter", () => {
    expect(found.within25).toBe(3 / 5);
  });

  it("have the sign of the median and the spread of the logarithms", () => {
    expect(found.bias).toBe(0);
    expect(errorsOf([1.1, 1.2, 0.5]).bias).toBeCloseTo(0.1, 12);
    expect(errorsOf([2, 0.5]).spread).toBeCloseTo(Math.LN2, 12);
    expect(errorsOf([1.3, 1.3]).spread).toBeCloseTo(0, 12);
  });
});
