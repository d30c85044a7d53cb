/**
 * Evaluates against one memory. `bases` holds where the areas of the plan, the row, the step and the row in the
 * step begin.
 */
export type Evaluate = (memory: Float64Array, bases: Int32Array) => number;

/** A value that is read straight from the memory. */
interface Leaf {
  readonly base: number;
  readonly index: number;
}

export type Operand = Leaf | Evaluate;

export const leaf = (base: number, index: number): Leaf => ({ base, index });

/** The operand as a closure. */
export function value(operand: Operand): Evaluate {
  if (typeof operand === "function") return operand;
  const { base, index } = operand;
  return (m, b) => m[(b[base] as number) + index] as number;
}

/** Applies an operation to two closures. Leaves are read in place below, which halves the calls of a formula. */
const GENERAL: Readonly<Record<string, (x: Evaluate, y: Evaluate) => Evaluate>> = {
  "+": (x, y) => (m, b) => x(m, b) + y(m, b),
  "-": (x, y) => (m, b) => x(m, b) - y(m, b),
  "*": (x, y) => (m, b) => x(m, b) * y(m, b),
  "/": (x, y) => (m, b) => x(m, b) / y(m, b),
  "^": (x, y) => (m, b) => x(m, b) ** y(m, b),
  "<": (x, y) => (m, b) => +(x(m, b) < y(m, b)),
  "<=": (x, y) => (m, b) => +(x(m, b) <= y(m, b)),
  ">": (x, y) => (m, b) => +(x(m, b) > y(m, b)),
  ">=": (x, y) => (m, b) => +(x(m, b) >= y(m, b)),
  "==": (x, y) => (m, b) => +(x(m, b) === y(m, b)),
  "!=": (x, y) => (m, b) => +(x(m, b) !== y(m, b)),
  max: (x, y) => (m, b) => Math.max(x(m, b), y(m, b)),
  min: (x, y) => (m, b) => Math.min(x(m, b), y(m, b)),
};

type Pair = (xBase: number, x: number, yBase: number, y: number) => Evaluate;
const BOTH: Readonly<Record<string, Pair>> = {
  "+": (p, x, q, y) => (m, b) => (m[(b[p] as number) + x] as number) + (m[(b[q] as number) + y] as number),
  "-": (p, x, q, y) => (m, b) => (m[(b[p] as number) + x] as number) - (m[(b[q] as number) + y] as number),
  "*": (p, x, q, y) => (m, b) => (m[(b[p] as number) + x] as number) * (m[(b[q] as number) + y] as number),
  "/": (p, x, q, y) => (m, b) => (m[(b[p] as number) + x] as number) / (m[(b[q] as number) + y] as number),
};

type Second = (x: Evaluate, base: number, y: number) => Evaluate;
const RIGHT: Readonly<Record<string, Second>> = {
  "+": (x, q, y) => (m, b) => x(m, b) + (m[(b[q] as number) + y] as number),
  "-": (x, q, y) => (m, b) => x(m, b) - (m[(b[q] as number) + y] as number),
  "*": (x, q, y) => (m, b) => x(m, b) * (m[(b[q] as number) + y] as number),
  "/": (x, q, y) => (m, b) => x(m, b) / (m[(b[q] as number) + y] as number),
};

/** Compiles a two-sided operation; throws on one that the language does not have. */
export function binary(op: string, x: Operand, y: Operand): Evaluate {
  const both = BOTH[op];
  const right = RIGHT[op];
  if (both && right && typeof y !== "function")
    return typeof x === "function" ? right(x, y.base, y.index) : both(x.base, x.index, y.base, y.index);
  const general = GENERAL[op];
  if (!general) throw new Error(`"${op}" is not part of the language`);
  return general(value(x), value(y));
}

const ONE_SIDED: Readonly<Record<string, (x: Evaluate) => Evaluate>> = {
  "+": (x) => x,
  "-": (x) => (m, b) => -x(m, b),
  ceil: (x) => (m, b) => Math.ceil(x(m, b)),
  floor: (x) => (m, b) => Math.floor(x(m, b)),
  log2: (x) => (m, b) => Math.log2(x(m, b)),
};

/** Compiles a one-sided operation or function; throws on one that the language does not have. */
export function unary(op: string, x: Operand): Evaluate {
  const make = ONE_SIDED[op];
  if (!make) throw new Error(`"${op}" is not part of the language`);
  return make(value(x));
}
