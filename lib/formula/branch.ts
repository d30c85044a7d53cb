import type { FunctionNode, MathNode, ParenthesisNode, SymbolNode } from "mathjs";
import { compile } from "./compile";
import { execute, instruction } from "./machine";
import { holeNumber, inParentheses } from "./parse";
import type { Formula, Quantity } from "./quantity";

/**
 * The formula without its conditions: of every "if" the branch that is taken where the quantities have these values,
 * and only the quantities that it then reads. The formula itself where it has no condition.
 */
export function takenBranch(formula: Formula, value: (quantity: Quantity) => number): Formula {
  const given = formula.holes.map(value);
  const taken = (node: MathNode): MathNode => {
    if (!isChoice(node)) return node.map((part) => within(node, part, taken(part)));
    const [condition, yes, no] = node.args as [MathNode, MathNode, MathNode];
    return taken(treeValue(condition, given) ? yes : no);
  };
  const node = bare(taken(formula.node));
  return node.equals(formula.node) ? formula : { ...formula, node };
}

/** What a formula comes to where the quantities that it reads have these values. */
export const formulaValue = ({ node, holes }: Formula, value: (quantity: Quantity) => number): number =>
  treeValue(node, holes.map(value));

/** The quantities whose names stand in a formula, in the order of its holes. */
export function written({ node, holes }: Formula): Quantity[] {
  const numbers = new Set(
    node
      .filter(({ type }) => type === "SymbolNode")
      .map(holeNumber)
      .filter((hole) => hole >= 0),
  );
  return [...new Set(holes.filter((_, hole) => numbers.has(hole)))];
}

const isChoice = (node: MathNode): node is FunctionNode =>
  node.type === "FunctionNode" && (node as unknown as { fn: SymbolNode }).fn.name === "if";

const bare = (node: MathNode): MathNode =>
  node.type === "ParenthesisNode" ? bare((node as ParenthesisNode).content) : node;

/** A branch that takes the place of its "if" keeps together, as the call's own brackets kept it. */
const within = (parent: MathNode, before: MathNode, after: MathNode): MathNode =>
  parent.type === "OperatorNode" && isChoice(before) && after.type === "OperatorNode"
    ? inParentheses(after)
    : after;

/** Numbers that a condition may need at most, its quantities and what comes between included. */
const ROOM = 256;

/** The value of a tree, by the machine that evaluates all formulas. */
function treeValue(node: MathNode, given: readonly number[]): number {
  const memory = new Float64Array(ROOM);
  memory.set(given);
  let used = given.length;
  const place = (at: number) => ({ at, stride: 0 as const, tier: 0 as const, stepped: false, needs: 0 });
  const put = (number: number) => {
    memory[used] = number;
    return place(used++);
  };
  compile(node, {
    holes: given.map((_, hole) => place(hole)),
    literal: put,
    emit: (name, operands) => {
      const result = put(0);
      execute(Int32Array.from(instruction(name, operands, result.at, result.at + 1)), memory);
      return result;
    },
  });
  return memory[used - 1] as number;
}
