import fc from "fast-check";
import { all, create, type FactoryFunctionMap } from "mathjs";

/** How many quantities a random expression may read, written "@0" to "@3". */
export const HOLES = 4;

const constants = fc.oneof(
  fc.integer({ min: 0, max: 9 }),
  fc.constantFrom(0.5, 1.2, 2, 1024, 1e-7, 3.35e12),
  fc.double({ min: 0.01, max: 100, noNaN: true }),
);
const leaf = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: HOLES - 1 }).map((hole) => `@${hole}`) },
  { weight: 1, arbitrary: constants.map(String) },
);

const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const part = tie("expression");
  const joined = fc
    .tuple(part, fc.constantFrom(..."+-*/^"), part)
    .map(([left, op, right]) => `${left} ${op} ${right}`);
  const compared = fc
    .tuple(part, fc.constantFrom("<", "<=", ">", ">=", "==", "!="), part)
    .map(([left, op, right]) => `((${left}) ${op} (${right}))`);
  const grouped = part.map((inside) => `(${inside})`);
  const negated = part.map((inside) => `-(${inside})`);
  const rounded = fc
    .tuple(fc.constantFrom("ceil", "floor", "log2"), part)
    .map(([name, arg]) => `${name}(${arg})`);
  const extreme = fc
    .tuple(fc.constantFrom("max", "min"), fc.array(part, { minLength: 2, maxLength: 4 }))
    .map(([name, args]) => `${name}(${args.join(", ")})`);
  const chosen = fc.tuple(part, part, part).map(([test, yes, no]) => `if((${test}) > 1, ${yes}, ${no})`);
  return {
    expression: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      { weight: 2, arbitrary: leaf },
      { weight: 4, arbitrary: joined },
      grouped,
      negated,
      compared,
      rounded,
      extreme,
      chosen,
    ),
  };
});

/** The text of any formula over plain numbers, with "@0" to "@3" for what it reads. */
export const expressions = expression;

/** Values for what an expression reads: whole numbers, fractions, zero, and the magnitudes of hardware. */
export const values = fc.array(
  fc.oneof(
    fc.integer({ min: 0, max: 64 }),
    fc.double({ min: 1e-6, max: 1, noNaN: true }),
    fc.double({ min: 1, max: 4.8e12, noNaN: true }),
  ),
  { minLength: HOLES, maxLength: HOLES },
);

// Comparisons without a tolerance, and no complex numbers or real roots of negative ones, as in the machine.
const math = create(all as FactoryFunctionMap, { relTol: 1e-300, absTol: 0, predictable: true });
math.import(
  { pow: (base: number, exponent: number) => Number(base) ** Number(exponent) },
  { override: true },
);

/** What the full interpreter of mathjs makes of a text, an independent judge of the compiled formulas. */
export function evaluated(text: string, holes: readonly number[], functions: object = {}): number {
  const scope = {
    ...functions,
    ...Object.fromEntries(holes.map((value, hole) => [`v${hole}`, value])),
    // Its own rounding takes numbers within a tolerance for whole.
    ceil: Math.ceil,
    floor: Math.floor,
    if: (test: number | boolean, yes: number, no: number) => (test ? yes : no),
  };
  return Number(math.evaluate(text.replaceAll("@", "v"), scope));
}
