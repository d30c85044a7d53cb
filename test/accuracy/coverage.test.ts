import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import { describe, expect, it } from "vitest";
import { calibration } from "@/lib/catalog";

type Range = { id: string; cases: number; spread: number; held: number };

const { range } = parse(
  readFileSync(join("data", "benchmarks", "cross-validation.toml"), "utf8"),
) as unknown as {
  range: Range[];
};

/** Fewer measurements than this say little about one in ten. */
const ENOUGH = 200;

describe("the ranges that are shown", () => {
  it("are those that cross-validation found", () => {
    const { constants } = calibration("uncertainty") as { constants: Record<string, number> };
    const { unfitted: _, ...measured } = constants;
    expect(Object.keys(measured).sort()).toEqual(range.map(({ id }) => id).sort());
    for (const { id, spread } of range) expect(constants[id], id).toBeCloseTo(spread, 2);
  });

  it.each(range.filter(({ cases }) => cases >= ENOUGH))(
    "held some eight in ten of the deployments that they were not taken from: $id",
    ({ held }) => {
      expect(held).toBeGreaterThanOrEqual(0.75);
      expect(held).toBeLessThanOrEqual(0.85);
    },
  );
});
