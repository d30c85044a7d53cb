import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formula,
  formulaCell,
  formulaTex,
  formulaText,
  input,
  pnorm,
  type Quantity,
  register,
} from "@/lib/formula";
import { evaluated, expressions, values } from "./expression";
import { calculated } from "./spreadsheet";
import { template } from "./template";

const weights = input("1", "Weights");
const batch = input("1", "Batch");
const rate = input("1", "Rate");
const share = input("1", "Share");
register({ weights, batch, rate, share });
const QUANTITIES: Quantity[] = [weights, batch, rate, share];
const law = (text: string) => formula("1", "Law")(...template(text, QUANTITIES));

describe("a formula as text", () => {
  it.each([
    ["(@0 + @1) / (@2 * @3)", "(weights + batch) / (rate * share)"],
    ["max(@0, 2) ^ -@1", "max(weights, 2) ^ (-batch)"],
    ["if(@0 >= 1, @1, 0)", "if(weights >= 1, batch, 0)"],
    ["pnorm(@0, @1, 1.845)", "pnorm(weights, batch, 1.845)"],
  ])("writes %s", (text, wanted) => {
    expect(formulaText(law(text), ({ id }) => id)).toBe(wanted);
  });

  it("keeps its meaning whatever it is", () => {
    fc.assert(
      fc.property(expressions, values, (text, given) => {
        const printed = formulaText(law(text), (each) => `@${QUANTITIES.indexOf(each)}`);
        expect(evaluated(printed, given)).toBe(evaluated(text, given));
      }),
    );
  });

  it("takes values with units in the places of names", () => {
    const text = formulaText(law("@0 / @2"), ({ id }) => (id === "rate" ? "3.35 TB/s" : "140 GB"));
    expect(text).toBe("140 GB / 3.35 TB/s");
  });
});

describe("a formula in TeX", () => {
  it.each([
    ["@0 / @2", "\\frac{ \\mathrm{weights}}{ \\mathrm{rate}}"],
    ["ceil(@0)", "\\left\\lceil \\mathrm{weights}\\right\\rceil"],
    ["log2(@0)", "\\log_{2}\\left( \\mathrm{weights}\\right)"],
  ])("writes %s", (text, wanted) => {
    expect(formulaTex(law(text)).replaceAll(/\s/g, "")).toBe(wanted.replaceAll(/\s/g, ""));
  });

  it("writes the norm as a root of powers", () => {
    expect(formulaTex(law("pnorm(@0, @1, @3)"))).toMatch(
      /\\left\(.*weights.*\\right\)\^\{.*share.*\} \+ \\left\(.*batch.*\\right\)\^\{.*\}\\right\)\^\{1\/.*share/,
    );
  });

  it("is well formed whatever the formula, with no hole left over", () => {
    fc.assert(
      fc.property(expressions, (text) => {
        const tex = formulaTex(law(`pnorm(${text}, 1, 2)`));
        expect(unbalanced(tex)).toBe("");
        expect(tex.match(/\\left(?![a-z])/g)?.length).toBe(tex.match(/\\right(?![a-z])/g)?.length);
        expect(tex).not.toMatch(/hole|undefined|NaN|pnorm/);
      }),
    );
  });
});

describe("a formula as a spreadsheet cell", () => {
  const cell = (text: string) => formulaCell(law(text), ({ id }) => id);

  it.each([
    ["-@0 ^ 2", "(-POWER(weights,2))"],
    ["@0 - @1 - @2", "((weights-batch)-rate)"],
    ["(@0 + 1) * 2", "((weights+1)*2)"],
    ["2 @0", "(2*weights)"],
    ["log2(@0)", "(LN(weights)/LN(2))"],
    ["if(@0 == 1, @1, @2)", "IF((weights=1),batch,rate)"],
    ["if(@0 != 1, @1, @2)", "IF((weights<>1),batch,rate)"],
    ["max(@0, min(@1, 2))", "MAX(weights,MIN(batch,2))"],
    ["pnorm(@0, @1, 2)", "POWER(POWER(weights,2)+POWER(batch,2),(1/2))"],
  ])("writes %s", (text, wanted) => {
    expect(cell(text)).toBe(wanted);
  });

  it("has the value of the formula in a spreadsheet", () => {
    // A spreadsheet has no logarithm to base two; dividing by LN(2) rounds, which the exact comparison would see.
    const exact = expressions.filter((text) => !text.includes("log2"));
    fc.assert(
      fc.property(exact, values, (text, given) => {
        const names = Object.fromEntries(QUANTITIES.map(({ id }, index) => [id, given[index] as number]));
        const found = calculated(cell(text), names, (a, b) => a / b);
        const wanted = evaluated(text, given);
        expect(found === wanted || (Number.isNaN(found) && Number.isNaN(wanted)), `${found} ${wanted}`).toBe(
          true,
        );
      }),
      { numRuns: 300 },
    );
  });

  it("has the logarithm and the norm of the engine, but for rounding", () => {
    const positive = fc.double({ min: 1e-9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(positive, positive, fc.double({ min: 1, max: 4, noNaN: true }), (a, b, p) => {
        const names = { weights: a, batch: b, rate: p };
        expect(calculated(cell("log2(@0)"), names)).toBeCloseTo(Math.log2(a), 9);
        expect(calculated(cell("pnorm(@0, @1, @2)"), names) / pnorm(a, b, p)).toBeCloseTo(1, 9);
      }),
    );
  });

  it.each([
    ["ceil(@0)", 2.2, 3],
    ["floor(@0)", 2.8, 2],
    ["ceil(@0 - 4)", 2.5, -1],
    ["floor(@0 - 4)", 2.5, -2],
  ])("rounds %s as the engine does, below zero too", (text, weight, wanted) => {
    expect(evaluated(text, [weight, 0, 0, 0]) + 0).toBe(wanted);
    expect(calculated(cell(text), { weights: weight })).toBe(wanted);
  });
});

/** What is left of the braces and \left-\right pairs of a TeX text once every pair is taken out. */
function unbalanced(tex: string): string {
  let left = (tex.match(/\\left|\\right|[{}]/g) ?? [])
    .join("")
    .replaceAll("\\left", "(")
    .replaceAll("\\right", ")");
  for (let before = ""; before !== left; ) {
    before = left;
    left = left.replaceAll("()", "").replaceAll("{}", "");
  }
  return left;
}
