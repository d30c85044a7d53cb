import type { FactoryFunctionMap, FunctionNode, MathNode, OperatorNode, SymbolNode } from "mathjs";
import { create, parseDependencies } from "mathjs/number";

const { parse } = create(parseDependencies as FactoryFunctionMap);

/** What a formula may call, and how many arguments each takes. */
export const FUNCTIONS: Readonly<Record<string, readonly [least: number, most: number]>> = {
  max: [2, 9],
  min: [2, 9],
  ceil: [1, 1],
  floor: [1, 1],
  log2: [1, 1],
  if: [3, 3],
  pnorm: [3, 3],
};

const OPERATORS = new Set(["+", "-", "*", "/", "^", "<", "<=", ">", ">=", "==", "!="]);
const HOLE = /^hole(\d+)$/;

/** The number of the hole that a symbol stands for, or -1 for a function's name. */
export function holeNumber(node: MathNode): number {
  const match = HOLE.exec((node as SymbolNode).name);
  return match ? Number(match[1]) : -1;
}

/** A tree in parentheses, for where it stands in an operator's place. */
export const inParentheses = (node: MathNode): MathNode => parse("(hole0)").map(() => node);

/**
 * Parses the text of a formula whose holes become the symbols hole0, hole1, ….
 * Throws, naming the formula by its label, on anything outside the language.
 */
export function parseTemplate(text: readonly string[], label: string): MathNode {
  const written = /\bhole\d+/.exec(text.join(" "));
  if (written) throw new Error(`${label}: "${written[0]}" is not a quantity`);
  const source = text.reduce((joined, part, index) => `${joined} hole${index - 1} ${part}`);
  let node: MathNode;
  try {
    node = parse(source);
  } catch (error) {
    throw new Error(`${label}: the formula does not parse: ${(error as Error).message}`);
  }
  node.traverse((part, path) => {
    const problem = refusal(part, path);
    if (problem) throw new Error(`${label}: ${problem}`);
  });
  return node;
}

function refusal(node: MathNode, path: string): string | undefined {
  switch (node.type) {
    case "ConstantNode":
      return Number.isFinite((node as unknown as { value: unknown }).value)
        ? undefined
        : "a constant must be a finite number";
    case "ParenthesisNode":
      return undefined;
    case "SymbolNode":
      return holeNumber(node) >= 0 || path === "fn"
        ? undefined
        : `"${(node as SymbolNode).name}" is not a quantity`;
    case "OperatorNode": {
      const { op } = node as OperatorNode;
      return OPERATORS.has(op) ? undefined : `the operator "${op}" is not part of the language`;
    }
    case "FunctionNode": {
      const { args } = node as FunctionNode;
      const name = (node as unknown as { fn: { name: string } }).fn.name;
      const arity = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
      if (!arity) return `the function "${name}" is not part of the language`;
      if (args.length >= arity[0] && args.length <= arity[1]) return undefined;
      return `"${name}" takes ${arity.join(" to ")} arguments, not ${args.length}`;
    }
    default:
      return `${node.type} is not part of the language`;
  }
}
