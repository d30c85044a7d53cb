import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatIn, formatQuantity, parseQuantity, parseUnit } from "@/lib/units";

describe("formatQuantity", () => {
  it.each([
    [4.8e12, "B/s", "4.80", "TB/s", "4.8 TB/s"],
    [141e9, "B", "141", "GB", "141 GB"],
    [999.7e9, "B", "1.00", "TB", "0.9997 TB"],
    [524_288, "B/tok", "524", "kB/tok", "524.288 kB/tok"],
    [85_899_345_920, "GiB", "80.0", "GiB", "80 GiB"],
    [989.4e12, "FLOP/s", "989", "TFLOP/s", "989.4 TFLOP/s"],
    [295.34, "FLOP/B", "295", "FLOP/B", "295.34 FLOP/B"],
    [1314.7, "tok/s", "1,310", "tok/s", "1,314.7 tok/s"],
    [2_500_000, "tok/s", "2.50", "Mtok/s", "2.5 Mtok/s"],
    [500, "tok", "500", "tok", "500 tok"],
    [128_000, "tok", "128,000", "tok", "128,000 tok"],
    [7, "req", "7", "req", "7 req"],
    [80, "1", "80", "", "80"],
    [0.1234, "1", "0.123", "", "0.1234"],
    [0.7, "%", "70.0", "%", "70 %"],
    [0.031, "s", "31.0", "ms", "31 ms"],
    [250e-6, "s", "250", "µs", "250 µs"],
    [90, "s", "90.0", "s", "90 s"],
    [150, "s", "2.50", "min", "2.5 min"],
    [3 * 86_400, "s", "3.00", "d", "3 d"],
    [0.031, "s/tok", "31.0", "ms/tok", "31 ms/tok"],
    [0.031, "s", "31.0", "ms", "31 ms"],
    [1.5, "ms", "1,500", "ms", "1,500 ms"],
    [0.42e-6, "USD/tok", "$0.42", "/Mtok", "$0.42/Mtok"],
    [0.001234e-6, "USD/tok", "$0.00123", "/Mtok", "$0.001234/Mtok"],
    [31.2e-6, "USD/tok", "$31.20", "/Mtok", "$31.20/Mtok"],
    [2.49 / 3600, "USD/s", "$2.49", "/h", "$2.49/h"],
    [2.49 / 3600, "USD/h", "$2.49", "/h", "$2.49/h"],
    [365e6, "USD", "$365M", "", "$365,000,000"],
    [1.314e9, "USD", "$1.31bn", "", "$1,314,000,000"],
    [131_437, "USD", "$131,000", "", "$131,437"],
    [-12.5, "USD", "-$12.50", "", "-$12.50"],
    [700, "W", "700", "W", "700 W"],
    [0.39, "J/tok", "390", "mJ/tok", "390 mJ/tok"],
    [0, "B", "0", "B", "0 B"],
    [0, "s", "0", "s", "0 s"],
    [0, "USD", "$0.00", "", "$0"],
  ])("%d %s", (value, unit, number, shown, full) => {
    expect(formatQuantity(value, unit)).toEqual({ number, unit: shown, full });
  });

  it("takes more digits on request", () => {
    expect(formatQuantity(4.8123e12, "B/s", { digits: 5 }).number).toBe("4.8123");
    expect(formatQuantity(0.42019e-6, "USD/tok", { digits: 5 }).number).toBe("$0.42019");
  });

  it("shows a dash for what is not a number", () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      expect(formatQuantity(value, "tok/s")).toEqual({ number: "–", unit: "", full: "no value" });
    }
  });
});

it("formatIn gives the number of an input field in its unit", () => {
  expect(formatIn(1_500_000, "tok")).toBe("1,500,000");
  expect(formatIn(0.9, "%")).toBe("90");
  expect(formatIn(2.49 / 3600, "USD/h")).toBe("2.49");
  expect(formatIn(Number.NaN, "tok")).toBe("");
});

const units = fc.constantFrom(
  ...[
    "B",
    "B/s",
    "GiB",
    "tok",
    "tok/s",
    "s",
    "ms",
    "s/tok",
    "FLOP/s",
    "W",
    "J/tok",
    "USD",
    "USD/tok",
    "USD/s",
    "USD/h",
  ],
  ...["USD/year", "1", "%", "req/s", "FLOP/B"],
);
const sizes = fc
  .tuple(fc.double({ min: 1, max: 10, noNaN: true }), fc.integer({ min: -9, max: 17 }), fc.boolean())
  .map(([digits, power, negative]) => (negative ? -1 : 1) * digits * 10 ** power);

describe("what is shown parses back", () => {
  const back = (text: string, unit: string) => {
    const reading = parseQuantity(text, unit);
    if (!reading.ok) throw new Error(`${text}: ${reading.message}`);
    return reading.value;
  };

  it("to the value, from the full text", () => {
    fc.assert(
      fc.property(sizes, units, (value, unit) => {
        expect(Math.abs(back(formatQuantity(value, unit).full, unit) / value - 1)).toBeLessThan(1e-11);
      }),
      { numRuns: 3000 },
    );
  });

  it("to three digits, from the rounded text", () => {
    fc.assert(
      fc.property(sizes, units, (value, unit) => {
        const { number, unit: shown } = formatQuantity(value, unit);
        // Money between ten cents and a dollar has two digits.
        const tolerance = unit.startsWith("USD") ? 0.051 : 0.00501;
        expect(Math.abs(back(`${number}${shown}`, unit) / value - 1)).toBeLessThan(tolerance);
      }),
      { numRuns: 3000 },
    );
  });

  it("and is never empty, NaN or Infinity", () => {
    fc.assert(
      fc.property(fc.double(), units, (value, unit) => {
        const { number, full } = formatQuantity(value, unit);
        expect(`${number} ${full}`).not.toMatch(/NaN|Infinity|undefined/);
        expect(number).not.toBe("");
      }),
      { numRuns: 3000 },
    );
  });

  it("in a unit of the same dimension", () => {
    expect(parseUnit("USD/h").dimension).toEqual(parseUnit("USD/s").dimension);
  });
});
