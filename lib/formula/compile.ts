import type { ConstantNode, FunctionNode, MathNode, OperatorNode, ParenthesisNode, SymbolNode } from "mathjs";
import { binary, type Evaluate, leaf, type Operand, unary, value } from "./closures";
import { holeNumber } from "./parse";

/** The areas of a memory: of the plan (at 0), of a row, of a step, of a row in a step. */
export const BASES = ["plan", "row", "step", "cell"] as const;

/** Which base a value is counted from, and how far behind it. */
export interface Address {
  readonly base: (typeof BASES)[number];
  readonly index: number;
}

/** The closure that reads one address. */
export const reader = ({ base, index }: Address): Evaluate => value(leaf(BASES.indexOf(base), index));

/** Gives a literal number of a formula a place in the plan's area. */
export type PlaceOfLiteral = (literal: number) => Address;

/** Compiles the tree of a formula, whose hole n is read from addresses[n], into a closure. No eval. */
export function compile(node: MathNode, addresses: readonly Address[], literal: PlaceOfLiteral): Evaluate {
  const at = ({ base, index }: Address): Operand => leaf(BASES.indexOf(base), index);
  const operand = (part: MathNode): Operand => {
    switch (part.type) {
      case "ConstantNode":
        return at(literal((part as ConstantNode<number>).value));
      case "ParenthesisNode":
        return operand((part as ParenthesisNode).content);
      case "SymbolNode":
        return at(addresses[holeNumber(part)] as Address);
      case "OperatorNode": {
        const [left, right] = (part as OperatorNode).args as [MathNode, MathNode | undefined];
        const { op } = part as OperatorNode;
        return right ? binary(op, operand(left), operand(right)) : unary(op, operand(left));
      }
      default:
        return call(part as FunctionNode);
    }
  };
  const call = (part: FunctionNode): Operand => {
    const { name } = (part as unknown as { fn: SymbolNode }).fn;
    const [first, second, third] = part.args.map(operand) as [Operand, Operand, Operand];
    if (name === "if") return conditional(value(first), value(second), value(third));
    if (name === "pnorm") return norm(value(first), value(second), value(third));
    if (name === "max" || name === "min") return part.args.map(operand).reduce((x, y) => binary(name, x, y));
    return unary(name, first);
  };
  return value(operand(node));
}

const conditional =
  (test: Evaluate, yes: Evaluate, no: Evaluate): Evaluate =>
  (m, b) =>
    test(m, b) !== 0 ? yes(m, b) : no(m, b);

const norm =
  (a: Evaluate, c: Evaluate, p: Evaluate): Evaluate =>
  (m, b) =>
    pnorm(a(m, b), c(m, b), p(m, b));

/**
 * (aᵖ + bᵖ)^(1/p) for a, b ≥ 0, scaled by the larger so that nothing under- or overflows. Through logarithms,
 * which take half as long as two powers.
 */
export function pnorm(a: number, b: number, p: number): number {
  const large = a > b ? a : b;
  const small = a > b ? b : a;
  return small === 0 ? large : large * Math.exp(Math.log1p(Math.exp(p * Math.log(small / large))) / p);
}
