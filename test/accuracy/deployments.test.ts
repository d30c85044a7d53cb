import { describe, expect, it } from "vitest";
import { groupsOf, whiten } from "@/lib/accuracy/deployments";
import { distinct } from "@/lib/accuracy/distinct";
import { solveSymmetric } from "@/lib/accuracy/solve";
import { row } from "./rows";

describe("residuals that share a level", () => {
  const spread = { within: 0.1, between: 0.3 };
  const residuals = Float64Array.of(0.2, -0.1, 0.4, 0.05, 0.9);
  const groups = [
    { rows: [0, 2, 3], spread },
    { rows: [1, 4], spread: { within: 0.2, between: 0 } },
  ];

  it("have, whitened, the sum of squares that their covariance gives", () => {
    const whitened = whiten(residuals, groups);
    for (const { rows, spread } of groups) {
      const covariance = rows.map((_, i) =>
        rows.map((_, j) => spread.between ** 2 + (i === j ? spread.within ** 2 : 0)),
      );
      const own = rows.map((index) => residuals[index] as number);
      const solved = solveSymmetric(covariance, own);
      const wanted = own.reduce((sum, value, index) => sum + value * (solved[index] as number), 0);
      expect(rows.reduce((sum, index) => sum + (whitened[index] as number) ** 2, 0)).toBeCloseTo(wanted, 10);
    }
  });

  it("count once when they are the same error many times over", () => {
    const many = Float64Array.from({ length: 100 }, () => 0.3);
    const whitened = whiten(many, [{ rows: [...many.keys()], spread }]);
    expect(whitened.reduce((sum, value) => sum + value ** 2, 0)).toBeCloseTo(1, 1);
  });
});

it("groups by key in the order of the rows", () => {
  expect([...groupsOf([3, 1, 5, 2], (value) => (value % 2 ? "odd" : "even"))]).toEqual([
    ["odd", [0, 1, 2]],
    ["even", [3]],
  ]);
});

it("keeps one of two publications of a measurement, and both of two runs", () => {
  const first = row({ id: "a", value: "12.50" });
  const rounded = row({ id: "b", value: "12.504", source: "elsewhere", engine_version: "a build" });
  const again = row({ id: "c", value: "12.9" });
  const other = row({ id: "d", value: "12.50", concurrency: "32" });
  expect(distinct([first, rounded, again, other]).map(({ id }) => id)).toEqual(["a", "c", "d"]);
});

it("refuses a matrix that is not positive definite", () => {
  expect(() =>
    solveSymmetric(
      [
        [1, 2],
        [2, 1],
      ],
      [1, 1],
    ),
  ).toThrow("positive definite");
});
