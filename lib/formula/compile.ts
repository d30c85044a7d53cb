import type { ConstantNode, FunctionNode, MathNode, OperatorNode, ParenthesisNode } from "mathjs";
import { holeNumber } from "./parse";

/** Evaluates against one memory: plan values from 0, then the bases of a row, a step, and a row in a step. */
export type Evaluate = (memory: Float64Array, row: number, step: number, cell: number) => number;

/** Which base a value is counted from, and how far behind it. */
export interface Address {
  readonly base: "plan" | "row" | "step" | "cell";
  readonly index: number;
}

/** The closure that reads one address. */
export function reader({ base, index }: Address): Evaluate {
  switch (base) {
    case "plan":
      return (memory) => memory[index] as number;
    case "row":
      return (memory, row) => memory[row + index] as number;
    case "step":
      return (memory, _row, step) => memory[step + index] as number;
    case "cell":
      return (memory, _row, _step, cell) => memory[cell + index] as number;
  }
}

/** Compiles the tree of a formula, whose hole n is read from addresses[n], into a closure. No eval. */
export function compile(node: MathNode, addresses: readonly Address[]): Evaluate {
  switch (node.type) {
    case "ConstantNode": {
      const { value } = node as ConstantNode<number>;
      return () => value;
    }
    case "ParenthesisNode":
      return compile((node as ParenthesisNode).content, addresses);
    case "SymbolNode":
      return reader(addresses[holeNumber(node)] as Address);
    case "OperatorNode":
      return operator(node as OperatorNode, addresses);
    default:
      return call(node as FunctionNode, addresses);
  }
}

function operator({ op, args }: OperatorNode, addresses: readonly Address[]): Evaluate {
  const [a, b] = (args as MathNode[]).map((arg) => compile(arg, addresses)) as [Evaluate, Evaluate];
  if (args.length === 1) return op === "-" ? (m, r, s, c) => -a(m, r, s, c) : a;
  switch (op) {
    case "+":
      return (m, r, s, c) => a(m, r, s, c) + b(m, r, s, c);
    case "-":
      return (m, r, s, c) => a(m, r, s, c) - b(m, r, s, c);
    case "*":
      return (m, r, s, c) => a(m, r, s, c) * b(m, r, s, c);
    case "/":
      return (m, r, s, c) => a(m, r, s, c) / b(m, r, s, c);
    case "^":
      return (m, r, s, c) => a(m, r, s, c) ** b(m, r, s, c);
    case "<":
      return (m, r, s, c) => +(a(m, r, s, c) < b(m, r, s, c));
    case "<=":
      return (m, r, s, c) => +(a(m, r, s, c) <= b(m, r, s, c));
    case ">":
      return (m, r, s, c) => +(a(m, r, s, c) > b(m, r, s, c));
    case ">=":
      return (m, r, s, c) => +(a(m, r, s, c) >= b(m, r, s, c));
    case "==":
      return (m, r, s, c) => +(a(m, r, s, c) === b(m, r, s, c));
    default:
      return (m, r, s, c) => +(a(m, r, s, c) !== b(m, r, s, c));
  }
}

function call(node: FunctionNode, addresses: readonly Address[]): Evaluate {
  const args = node.args.map((arg) => compile(arg, addresses));
  const [a, b, d] = args as [Evaluate, Evaluate, Evaluate];
  switch ((node as unknown as { fn: { name: string } }).fn.name) {
    case "ceil":
      return (m, r, s, c) => Math.ceil(a(m, r, s, c));
    case "floor":
      return (m, r, s, c) => Math.floor(a(m, r, s, c));
    case "log2":
      return (m, r, s, c) => Math.log2(a(m, r, s, c));
    case "if":
      return (m, r, s, c) => (a(m, r, s, c) !== 0 ? b(m, r, s, c) : d(m, r, s, c));
    case "pnorm":
      return (m, r, s, c) => pnorm(a(m, r, s, c), b(m, r, s, c), d(m, r, s, c));
    case "max":
      return args.reduce((x, y) => (m, r, s, c) => Math.max(x(m, r, s, c), y(m, r, s, c)));
    default:
      return args.reduce((x, y) => (m, r, s, c) => Math.min(x(m, r, s, c), y(m, r, s, c)));
  }
}

/** (aᵖ + bᵖ)^(1/p) for a, b ≥ 0, scaled by the larger so that nothing under- or overflows. */
export function pnorm(a: number, b: number, p: number): number {
  const large = a > b ? a : b;
  const small = a > b ? b : a;
  return small === 0 ? large : large * (1 + (small / large) ** p) ** (1 / p);
}
