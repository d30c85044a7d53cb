import { describe, expect, it } from "vitest";
import { formula, input, rollup } from "@/lib/formula";
import { template } from "./template";

const x = input("1", "X");
const y = input("1", "Y");
const declare = (text: string) => () => formula("1", "Law")(...template(text, [x, y]));

describe("the language of formulas", () => {
  it.each([
    "@0",
    "-@0 ^ 2",
    "@0 * (@1 + 1) / 2 - +@0",
    "if(@0 >= @1, ceil(@0), floor(@1))",
    "if((@0 == @1) + (@0 != @1), 1, 0)",
    "max(@0, @1, 3, 4, 5, 6, 7, 8, 9)",
    "pnorm(@0, @1, 1.845)",
    "1e-3 * log2(@0)",
  ])("takes %s", (text) => {
    expect(declare(text)().holes.every((hole) => hole === x || hole === y)).toBe(true);
  });

  it.each([
    ["sqrt(@0)", /^Law: the function "sqrt" is not part of the language$/],
    ["evaluate(@0)", /the function "evaluate" is not part/],
    ["import(@0)", /the function "import" is not part/],
    ["createUnit(@0)", /the function "createUnit" is not part/],
    ["simplify(@0)", /the function "simplify" is not part/],
    ["constructor(@0)", /the function "constructor" is not part/],
    ["toString(@0)", /the function "toString" is not part/],
    ["pi * @0", /^Law: "pi" is not a quantity$/],
    ["@0 + speed", /"speed" is not a quantity/],
    ["max + @0", /"max" is not a quantity/],
    ["@0 + Infinity", /Law: /],
    ["@0 + NaN", /Law: /],
    ["@0 + 1e999", /a constant must be a finite number/],
    ["@0 * true", /a constant must be a finite number/],
    ['@0 + "1"', /a constant must be a finite number/],
    ["a = @0", /AssignmentNode is not part of the language/],
    ["f(a) = @0", /FunctionAssignmentNode is not part of the language/],
    ["@0; @1", /BlockNode is not part of the language/],
    ["[@0, @1]", /ArrayNode is not part of the language/],
    ["{a: @0}", /ObjectNode is not part of the language/],
    ["@0[1]", /is not part of the language/],
    ["@0.constructor", /is not part of the language/],
    ["@0 ? @1 : 1", /ConditionalNode is not part of the language/],
    ["1 < @0 < 2", /RelationalNode is not part of the language/],
    ["@0 : @1", /RangeNode is not part of the language/],
    ["@0 % 2", /the operator "%" is not part of the language/],
    ["@0 !", /the operator "!" is not part of the language/],
    ["not @0", /the operator "not" is not part of the language/],
    ["@0 and @1", /the operator "and" is not part of the language/],
    ["@0 .* @1", /the operator "\.\*" is not part of the language/],
    ["@0 & @1", /the operator "&" is not part of the language/],
    ["max(@0)", /"max" takes 2 to 9 arguments, not 1/],
    ["log2(@0, 2)", /"log2" takes 1 to 1 arguments, not 2/],
    ["if(@0, 1)", /"if" takes 3 to 3 arguments, not 2/],
    ["pnorm(@0, @1)", /"pnorm" takes 3 to 3 arguments, not 2/],
    ["@0 (@1)", /is not part of the language/],
    ["(@0", /^Law: the formula does not parse: /],
    ["@0 +", /^Law: the formula does not parse: /],
    ["", /Law: /],
  ])("refuses %s", (text, message) => {
    expect(declare(text)).toThrow(message);
  });

  it.each(["hole0", "hole7"])("refuses %s written out, which would stand for a quantity unseen", (name) => {
    expect(declare(`@0 + ${name}`)).toThrow(`Law: "${name}" is not a quantity`);
  });

  it("sums over operators only what has a value per operator", () => {
    expect(() => rollup("All", x)).toThrow(
      /^All: a rollup sums a quantity that has a value per operator row$/,
    );
  });
});
