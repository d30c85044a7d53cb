import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileProgram, formula, Image, input, perStep, pnorm, type Quantity } from "@/lib/formula";
import { evaluated, expressions, values } from "./expression";
import { template } from "./template";

/** One quantity of each scope: of the plan, of a row, of a step, of a row in a step. */
const plan = input("1", "Plan");
const row = input("1", "Row", { row: true });
const one = input("1", "Step one");
const two = input("1", "Step two");
const step = perStep("1", "Step", { one, two });
const cell = formula("1", "Cell")`${row} - ${step}`;
const SCOPES = [plan, row, step, cell];
const NAMES = ["one", "two"];

function imageOf(target: Quantity, rows: number): Image {
  return new Image(
    compileProgram([target], NAMES, []),
    Array.from({ length: rows }, () => "any"),
  );
}

describe("compiled formulas", () => {
  it("equal an independent evaluation, in every row and step", () => {
    fc.assert(
      fc.property(expressions, values, values, (text, first, second) => {
        const law = formula("1", "Law")(...template(text, SCOPES));
        const image = imageOf(law, 2);
        const [planValue, rowZero, stepOne] = first as [number, number, number];
        const [, rowOne, stepTwo] = second as [number, number, number];
        image.set(plan, planValue);
        image.set(row, rowZero, 0);
        image.set(row, rowOne, 1);
        image.set(one, stepOne);
        image.set(two, stepTwo);
        image.run(0);
        for (const [at, name] of NAMES.entries())
          for (const [index, rowValue] of [rowZero, rowOne].entries()) {
            const stepValue = at === 0 ? stepOne : stepTwo;
            const wanted = evaluated(text, [planValue, rowValue, stepValue, rowValue - stepValue]);
            const found = image.value(law, { row: index, step: name });
            expect(
              found === wanted || (Number.isNaN(found) && Number.isNaN(wanted)),
              `${found} ${wanted}`,
            ).toBe(true);
          }
      }),
      { numRuns: 300 },
    );
  });

  it("bind as written: powers before signs, products before sums, and from the left", () => {
    const cases: [string, number][] = [
      ["-@0 ^ 2", -9],
      ["2 ^ @0 ^ 2", 512],
      ["@0 - 1 - 1", 1],
      ["12 / @0 / 2", 2],
      ["1 + 2 * @0", 7],
      ["2 @0", 6],
      ["if(@0 - 3, 1, 7)", 7],
      ["log2(@0 + 5)", 3],
    ];
    for (const [text, wanted] of cases) {
      const law = formula("1", "Law")(...template(text, [plan]));
      const image = imageOf(law, 0);
      image.set(plan, 3);
      image.run(0);
      expect(image.value(law), text).toBe(wanted);
    }
  });
});

describe("the p-norm", () => {
  const positive = fc.double({ min: 1e-12, max: 1e12, noNaN: true });
  const order = fc.double({ min: 1, max: 8, noNaN: true });

  it("is the root of the sum of powers", () => {
    fc.assert(
      fc.property(positive, positive, order, (a, b, p) => {
        const plain = (a ** p + b ** p) ** (1 / p);
        expect(pnorm(a, b, p) / plain).toBeCloseTo(1, 12);
      }),
    );
  });

  it("lies between the larger and the sum, and does not care about the order", () => {
    fc.assert(
      fc.property(positive, positive, order, (a, b, p) => {
        const norm = pnorm(a, b, p);
        expect(norm).toBeGreaterThanOrEqual(Math.max(a, b));
        expect(norm).toBeLessThanOrEqual((a + b) * (1 + 1e-12));
        expect(pnorm(b, a, p)).toBe(norm);
      }),
    );
  });

  it("neither over- nor underflows, and takes zeros", () => {
    expect(pnorm(1e-300, 1e-300, 2)).toBeCloseTo(Math.SQRT2 * 1e-300, 310);
    expect(pnorm(1e300, 1e300, 2)).toBeLessThan(1.5e300);
    expect(pnorm(0, 0, 1.845)).toBe(0);
    expect(pnorm(0, 7, 1.845)).toBe(7);
  });
});
