import type { ConstantNode, FunctionNode, MathNode, OperatorNode, ParenthesisNode, SymbolNode } from "mathjs";
import type { Tier } from "./graph";
import type { Column } from "./machine";
import { holeNumber } from "./parse";

/** Values that a part of a formula reads or makes. */
export interface Operand extends Column {
  readonly tier: Tier;
  /** Whether each step has values of its own. */
  readonly stepped: boolean;
}

/** What a formula is compiled against. */
export interface Surroundings {
  readonly holes: readonly Operand[];
  readonly literal: (value: number) => Operand;
  /** Adds an instruction and returns where its result lies: in the formula's own place when it is the `last`. */
  readonly emit: (name: string, operands: readonly Operand[], last: boolean) => Operand;
}

/** Emits the instructions that evaluate the tree of a formula. No eval. */
export function compile(node: MathNode, { holes, literal, emit }: Surroundings): void {
  const operand = (part: MathNode, last = false): Operand => {
    switch (part.type) {
      case "ConstantNode":
        return literal((part as ConstantNode<number>).value);
      case "ParenthesisNode":
        return operand((part as ParenthesisNode).content, last);
      case "SymbolNode":
        return holes[holeNumber(part)] as Operand;
      case "OperatorNode": {
        const { op, args } = part as OperatorNode;
        const operands = args.map((each) => operand(each));
        return emit(op, operands, last);
      }
      default:
        return call(part as FunctionNode, last);
    }
  };
  const call = (part: FunctionNode, last: boolean): Operand => {
    const { name } = (part as unknown as { fn: SymbolNode }).fn;
    const operands = part.args.map((each) => operand(each));
    if (name !== "max" && name !== "min") return emit(name, operands, last);
    return operands.reduce((x, y, index) => emit(name, [x, y], last && index === operands.length - 1));
  };
  const whole = bare(node);
  if (whole.type === "SymbolNode" || whole.type === "ConstantNode") emit("+", [operand(whole)], true);
  else operand(whole, true);
}

const bare = (node: MathNode): MathNode =>
  node.type === "ParenthesisNode" ? bare((node as ParenthesisNode).content) : node;
