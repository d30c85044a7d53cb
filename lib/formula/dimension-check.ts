import type { ConstantNode, FunctionNode, MathNode, OperatorNode, ParenthesisNode } from "mathjs";
import {
  DIMENSIONLESS,
  type Dimension,
  describeDimension,
  divideDimensions,
  multiplyDimensions,
  parseUnit,
  raiseDimension,
  sameDimension,
} from "@/lib/units";
import { holeNumber } from "./parse";
import type { Quantity } from "./quantity";

/** A literal zero fits any dimension: it is "none" of whatever it is compared with. */
type Found = Dimension | "zero";

/** Throws, naming the quantity, unless all its alternatives have the dimension of `unit`. */
export function sameUnit(unit: string, alternatives: readonly Quantity[], label: string): void {
  const { dimension } = parseUnit(unit);
  const odd = alternatives.find((each) => !sameDimension(parseUnit(each.unit).dimension, dimension));
  if (odd) throw new Error(`${label}: declared in ${unit}, but "${odd.label}" is in ${odd.unit}`);
}

/** Throws, naming the formula, unless `node` comes out in `unit` and adds only like to like. */
export function checkedDimension(
  node: MathNode,
  holes: readonly Quantity[],
  unit: string,
  label: string,
): void {
  const fail = (message: string): never => {
    throw new Error(`${label}: ${message}`);
  };
  const plain = (found: Found): Dimension => (found === "zero" ? DIMENSIONLESS : found);
  const alike = (parts: readonly MathNode[], what: string): Found => {
    let agreed: Found = "zero";
    for (const part of parts) {
      const found = walk(part);
      if (agreed === "zero") agreed = found;
      else if (found !== "zero" && !sameDimension(agreed, found))
        fail(`${what} joins ${describeDimension(agreed)} with ${describeDimension(found)}`);
    }
    return agreed;
  };
  const walk = (part: MathNode): Found => {
    switch (part.type) {
      case "ConstantNode":
        return (part as ConstantNode<number>).value === 0 ? "zero" : DIMENSIONLESS;
      case "ParenthesisNode":
        return walk((part as ParenthesisNode).content);
      case "SymbolNode":
        return parseUnit((holes[holeNumber(part)] as Quantity).unit).dimension;
      case "OperatorNode":
        return operator(part as OperatorNode);
      default:
        return call(part as FunctionNode);
    }
  };
  const operator = ({ op, args }: OperatorNode): Found => {
    const [left, right] = args as [MathNode, MathNode | undefined];
    if (!right) return walk(left);
    if (op === "*") return multiplyDimensions(plain(walk(left)), plain(walk(right)));
    if (op === "/") return divideDimensions(plain(walk(left)), plain(walk(right)));
    if (op === "^") return power(plain(walk(left)), right);
    const agreed = alike([left, right], `"${op}"`);
    return op === "+" || op === "-" ? agreed : DIMENSIONLESS;
  };
  const power = (base: Dimension, exponent: MathNode): Found => {
    if (exponent.type === "ConstantNode")
      return raiseDimension(base, (exponent as ConstantNode<number>).value);
    if (!sameDimension(base, DIMENSIONLESS))
      fail(`only a plain number can be raised to a power that is not written out`);
    if (!sameDimension(plain(walk(exponent)), DIMENSIONLESS)) fail(`an exponent has no unit`);
    return DIMENSIONLESS;
  };
  const call = (node: FunctionNode): Found => {
    const name = (node as unknown as { fn: { name: string } }).fn.name;
    const [first, ...rest] = node.args as [MathNode, ...MathNode[]];
    if (name === "if") {
      if (!sameDimension(plain(walk(first)), DIMENSIONLESS)) fail(`the condition of "if" has no unit`);
      return alike(rest, `"if"`);
    }
    if (name === "pnorm") {
      if (!sameDimension(plain(walk(rest[1] as MathNode)), DIMENSIONLESS))
        fail(`the order of "pnorm" has no unit`);
      return alike([first, rest[0] as MathNode], `"pnorm"`);
    }
    if (name !== "log2") return alike(node.args, `"${name}"`);
    if (!sameDimension(plain(walk(first)), DIMENSIONLESS)) fail(`"log2" takes a plain number`);
    return DIMENSIONLESS;
  };
  const found = walk(node);
  const wanted = parseUnit(unit).dimension;
  if (found !== "zero" && !sameDimension(found, wanted))
    fail(`declared in ${unit}, but the formula gives ${describeDimension(found)}`);
}
