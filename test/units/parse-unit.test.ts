import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DIMENSIONLESS, parseUnit, raiseDimension, sameDimension, unitText } from "@/lib/units";

describe("parseUnit", () => {
  it.each([
    ["B/s", "B/s", 1],
    ["TB/s", "B/s", 1e12],
    ["GiB", "B", 1_073_741_824],
    ["USD/tok", "USD/tok", 1],
    ["USD/Mtok", "USD/tok", 1e-6],
    ["USD/h", "USD/s", 1 / 3600],
    ["W", "J/s", 1],
    ["kW*h", "J", 3.6e6],
    ["kW·h", "J", 3.6e6],
    ["TFLOPS", "FLOP/s", 1e12],
    ["TOPS", "FLOP/s", 1e12],
    ["FLOP/B", "FLOP/B", 1],
    ["tok/s/acc", "tok/s/acc", 1],
    ["1/s", "1/s", 1],
    ["s^2", "s^2", 1],
    ["1", "1", 1],
    ["%", "1", 0.01],
  ])("%s", (text, dimension, factor) => {
    const unit = parseUnit(text);
    expect(unitText(unit.dimension).split("/").sort()).toEqual(dimension.split("/").sort());
    expect(unit.factor / factor).toBeCloseTo(1, 12);
  });

  it("throws on an unknown unit and names it", () => {
    expect(() => parseUnit("GT/s")).toThrow('unknown unit "GT" in "GT/s"');
    expect(() => parseUnit("TFLOPs")).toThrow('write "TFLOP/s" for a rate or "TFLOP" for a count');
    expect(() => parseUnit("KB")).toThrow('write "kB" for 1,000 bytes or "KiB" for 1,024');
    expect(() => parseUnit("")).toThrow("unknown unit");
    expect(() => parseUnit("B//s")).toThrow("unknown unit");
  });

  it("treats an operation as a floating-point operation", () => {
    expect(parseUnit("OP/s")).toEqual(parseUnit("FLOP/s"));
  });
});

it("a root undone by its power is the same dimension", () => {
  const dimension = parseUnit("B/s").dimension;
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 64, noNaN: true }), (p) => {
      expect(sameDimension(raiseDimension(raiseDimension(dimension, p), 1 / p), dimension)).toBe(true);
    }),
  );
  expect(sameDimension(raiseDimension(dimension, 0), DIMENSIONLESS)).toBe(true);
});

it("knows how long a year and a month are in one place", () => {
  const sources = ["app", "components", "lib", "scripts"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.(tsx?|mjs)$/.test(name) && !name.includes("generated"))
      .map((name) => join(folder, name)),
  );
  const own = sources.filter((path) =>
    /(?<![\w.])(365\.2\d*|8_?76[06]|730\.\d+|30\.4\d*|2_?628_?000|31_?536_?000)(?![\w.])/.test(
      readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ""),
    ),
  );
  expect(own).toEqual([]);
  expect(parseUnit("year").factor).toBe(12 * parseUnit("month").factor);
});
