import type { ConstantNode, FunctionNode, MathNode, OperatorNode, ParenthesisNode, SymbolNode } from "mathjs";
import type { Tier } from "./graph";
import type { Column } from "./machine";
import { holeNumber } from "./parse";
import type { Steps } from "./schedule";

/** Values that a part of a formula reads or makes. */
export interface Operand extends Column {
  readonly tier: Tier;
  /** Whether each step has values of its own. */
  readonly stepped: boolean;
  /** The steps without which they mean nothing: those of which they are, or are made. */
  readonly needs: Steps;
}

/** What a formula is compiled against. */
export interface Surroundings {
  readonly holes: readonly Operand[];
  readonly literal: (value: number) => Operand;
  /** Adds an instruction and returns where its result lies: in the formula's own place when it is the `last`. */
  readonly emit: (name: string, operands: readonly Operand[], last: boolean) => Operand;
  /** Whether a hole is the number one for ever, by which nothing needs to be multiplied or divided. */
  readonly isOne?: (hole: number) => boolean;
}

/** Emits the instructions that evaluate the tree of a formula. No eval. */
export function compile(node: MathNode, { holes, literal, emit, isOne = () => false }: Surroundings): void {
  const operand = (part: MathNode, last = false): Operand => {
    switch (part.type) {
      case "ConstantNode":
        return literal((part as ConstantNode<number>).value);
      case "ParenthesisNode":
        return operand((part as ParenthesisNode).content, last);
      case "SymbolNode":
        return holes[holeNumber(part)] as Operand;
      case "OperatorNode":
        if (isSquare(part as OperatorNode)) return square(part as OperatorNode, last);
        return isProduct(part) ? product(part, last) : emitted((part as OperatorNode).op, part, last);
      default:
        return call(part as FunctionNode, last);
    }
  };
  const emitted = (name: string, part: MathNode, last: boolean): Operand => {
    const operands = (part as OperatorNode | FunctionNode).args.map((each) => operand(each));
    return emit(name, operands, last);
  };
  /** A number by itself, which takes a tenth of the time of a power and rounds alike. */
  const square = ({ args: [base] }: OperatorNode, last: boolean): Operand => {
    const value = operand(base as MathNode);
    return emit("*", [value, value], last);
  };
  const call = (part: FunctionNode, last: boolean): Operand => {
    const { name } = (part as unknown as { fn: SymbolNode }).fn;
    if (name !== "max" && name !== "min") return emitted(name, part, last);
    const operands = part.args.map((each) => operand(each));
    return operands.reduce((x, y, index) => emit(name, [x, y], last && index === operands.length - 1));
  };
  const neutral = ({ part }: Factor): boolean =>
    part.type === "ConstantNode"
      ? (part as ConstantNode<number>).value === 1
      : part.type === "SymbolNode" && isOne(holeNumber(part));
  /**
   * What changes seldom comes first, so that it is multiplied as seldom: batch * width / rate becomes
   * width / rate * batch. Factors that change alike keep the order in which they are written.
   */
  const product = (part: MathNode, last: boolean): Operand => {
    const kept = factorsOf(part).filter((factor) => !neutral(factor));
    const values = kept.map((factor) => ({ value: operand(factor.part), divides: factor.divides }));
    const whole = values.some(({ divides }) => !divides)
      ? values
      : [{ value: literal(1), divides: false }, ...values];
    const [first, ...rest] = whole.sort((x, y) => x.value.tier - y.value.tier) as [Divided, ...Divided[]];
    let { value, divides: below } = first;
    if (rest.length === 0 && last) return emit("+", [value], true);
    for (const [index, next] of rest.entries()) {
      const operands = below && !next.divides ? [next.value, value] : [value, next.value];
      value = emit(below === next.divides ? "*" : "/", operands, last && index === rest.length - 1);
      below &&= next.divides;
    }
    return value;
  };
  const whole = bare(node);
  if (whole.type === "SymbolNode" || whole.type === "ConstantNode") emit("+", [operand(whole)], true);
  else operand(whole, true);
}

/** What multiplies a product, or divides it. */
interface Factor {
  readonly part: MathNode;
  readonly divides: boolean;
}

interface Divided {
  readonly value: Operand;
  readonly divides: boolean;
}

const isProduct = (part: MathNode): boolean =>
  part.type === "OperatorNode" && ["*", "/"].includes((part as OperatorNode).op);

const isSquare = ({ op, args }: OperatorNode): boolean =>
  op === "^" && args[1]?.type === "ConstantNode" && (args[1] as ConstantNode<number>).value === 2;

/** The factors of a product from left to right; a product in brackets on the right is one of them. */
function factorsOf(node: MathNode): Factor[] {
  const part = bare(node);
  if (!isProduct(part)) return [{ part, divides: false }];
  const { op, args } = part as OperatorNode;
  const [left, right] = args as [MathNode, MathNode];
  return [...factorsOf(left), { part: right, divides: op === "/" }];
}

const bare = (node: MathNode): MathNode =>
  node.type === "ParenthesisNode" ? bare((node as ParenthesisNode).content) : node;
