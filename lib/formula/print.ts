import type { ConstantNode, FunctionNode, MathNode, OperatorNode, ParenthesisNode, SymbolNode } from "mathjs";
import { holeNumber } from "./parse";
import type { Formula, Quantity } from "./quantity";

/** How one hole is written. */
type Name = (quantity: Quantity) => string;

/** The formula as text, each quantity written by `name`: ids, or values with their units. */
export function formulaText({ node, holes }: Formula, name: Name): string {
  return node.toString({
    handler: (part: MathNode) => {
      const hole = part.type === "SymbolNode" ? holeNumber(part) : -1;
      return hole < 0 ? undefined : name(holes[hole] as Quantity);
    },
  });
}

/** The formula in TeX, each quantity written by `name`, its id upright when left out. */
export function formulaTex({ node, holes }: Formula, name: Name = ({ id }) => `\\mathrm{${id}}`): string {
  return node.toTex({
    handler: (part: MathNode, options: object) => {
      if (part.type === "SymbolNode") {
        const hole = holeNumber(part);
        return hole < 0 ? undefined : name(holes[hole] as Quantity);
      }
      const call = part as FunctionNode;
      if (part.type !== "FunctionNode" || (part as unknown as { fn: SymbolNode }).fn.name !== "pnorm")
        return undefined;
      const [a, b, p] = call.args.map((arg) => arg.toTex(options));
      return `\\left(\\left(${a}\\right)^{${p}} + \\left(${b}\\right)^{${p}}\\right)^{1/${p}}`;
    },
  });
}

const BINARY: Readonly<Record<string, string>> = { "==": "=", "!=": "<>" };

/**
 * The formula as a spreadsheet cell without the leading "=", each quantity written by `reference`.
 * Fully parenthesised, and with POWER, because a spreadsheet reads -2^2 as 4; with INT, because its ROUNDUP and
 * ROUNDDOWN turn at zero. Throws on an unknown node.
 */
export function formulaCell(formula: Formula, reference: Name): string {
  const cell = (node: MathNode): string => {
    switch (node.type) {
      case "ConstantNode":
        return String((node as ConstantNode<number>).value);
      case "ParenthesisNode":
        return cell((node as ParenthesisNode).content);
      case "SymbolNode":
        return reference(formula.holes[holeNumber(node)] as Quantity);
      case "OperatorNode":
        return operator(node as OperatorNode);
      case "FunctionNode":
        return call(node as FunctionNode);
      default:
        throw new Error(`${formula.label}: a spreadsheet has no ${node.type}`);
    }
  };
  const operator = ({ op, args }: OperatorNode): string => {
    const [left, right] = (args as MathNode[]).map(cell);
    if (right === undefined) return `(${op}${left})`;
    return op === "^" ? `POWER(${left},${right})` : `(${left}${BINARY[op] ?? op}${right})`;
  };
  const call = (node: FunctionNode): string => {
    const args = node.args.map(cell);
    const [a, b, p] = args;
    const { name } = (node as unknown as { fn: SymbolNode }).fn;
    switch (name) {
      case "ceil":
        return `(-INT((-${a})))`;
      case "floor":
        return `INT(${a})`;
      case "log2":
        return `(LN(${a})/LN(2))`;
      case "pnorm":
        return `POWER(POWER(${a},${p})+POWER(${b},${p}),(1/${p}))`;
      default:
        return `${name.toUpperCase()}(${args.join(",")})`;
    }
  };
  return cell(formula.node);
}
