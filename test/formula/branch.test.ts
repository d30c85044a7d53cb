import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formula, formulaText, input, type Quantity, register, takenBranch, written } from "@/lib/formula";
import { evaluated, expressions, values } from "./expression";
import { template } from "./template";

const first = input("1", "First");
const second = input("1", "Second");
const third = input("1", "Third");
const fourth = input("1", "Fourth");
register({ first, second, third, fourth });
const QUANTITIES: Quantity[] = [first, second, third, fourth];
const law = (text: string) => formula("1", "Law")(...template(text, QUANTITIES));
const taken = (text: string, given: readonly number[]) =>
  takenBranch(law(text), (quantity) => given[QUANTITIES.indexOf(quantity)] ?? Number.NaN);
const shown = (text: string, given: readonly number[]) => formulaText(taken(text, given), ({ id }) => id);

describe("the branch of a formula that is taken", () => {
  it.each([
    ["if(@0 > 0, @1, @2)", [1, 2, 3], "second"],
    ["if(@0 > 0, @1, @2)", [0, 2, 3], "third"],
    ["if(@0 + @1 > 0, @2, if(@0 > 0, @1, @3 + 1))", [0, 0, 3, 4], "fourth + 1"],
    ["@3 * if(@0 > 0, @1 + @2, 1)", [1, 2, 3, 4], "fourth * (second + third)"],
    ["max(if(@0 > 0, @1 + 1, @2), 2)", [1, 2, 3], "max(second + 1, 2)"],
    ["@0 * (@1 + 2)", [1, 2], "first * (second + 2)"],
  ])("of %s with %j is %s", (text, given, wanted) => {
    expect(shown(text, given)).toBe(wanted);
  });

  it("comes to the same as the whole, and holds no condition", () => {
    fc.assert(
      fc.property(expressions, values, (text, given) => {
        const branch = formulaText(taken(text, given), (each) => `@${QUANTITIES.indexOf(each)}`);
        expect(branch).not.toContain("if(");
        expect(evaluated(branch, given)).toBe(evaluated(text, given));
      }),
      { numRuns: 500 },
    );
  });

  it("names only what it reads, and is the formula itself without a condition", () => {
    expect(written(taken("if(@0 > 0, @1 * @1, @2)", [1, 2, 3]))).toEqual([second]);
    const plain = law("@0 + @1");
    expect(takenBranch(plain, () => 1)).toBe(plain);
    expect(written(plain)).toEqual([first, second]);
  });
});
