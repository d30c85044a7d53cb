import type { ConstantNode, FunctionNode, MathNode, OperatorNode, ParenthesisNode, SymbolNode } from "mathjs";
import { type Formula, formula, type Quantity } from "@/lib/formula";
import { holeNumber, parseTemplate } from "@/lib/formula/parse";
import { template } from "./template";

/** A quantity with one small mistake. */
export interface Mutant {
  /** What it says, with the ids of what it reads. */
  readonly text: string;
  readonly quantity: Quantity;
  /** The check of units throws on it when the program starts. */
  readonly refused: boolean;
}

/** Every quantity that differs from this one by one mistake that a person could make. A sum leaves nothing to mistake. */
export function mutantsOf(quantity: Quantity): Mutant[] {
  switch (quantity.kind) {
    case "formula":
      return formulaMutants(quantity);
    case "at":
      return ["decode", "mixed", "prompts"]
        .filter((step) => step !== quantity.step)
        .map((step) => ({ text: `at ${step}`, quantity: { ...quantity, step }, refused: false }));
    case "perStep":
    case "byKind":
      return choices(quantity.of).map(({ text, of }) => ({
        text,
        quantity: { ...quantity, of },
        refused: quantity.kind === "perStep" && Object.keys(of).length < Object.keys(quantity.of).length,
      }));
    default:
      return [];
  }
}

type Choice = Readonly<Record<string, Quantity>>;

/** One alternative left out, or another's put in its place. */
function choices(of: Choice): { text: string; of: Choice }[] {
  const known = [...new Set(Object.values(of))];
  return Object.entries(of).flatMap(([name, own]) => {
    const { [name]: _, ...without } = of;
    return [
      { text: `${name}: left out`, of: without },
      ...known
        .filter((other) => other !== own)
        .map((other) => ({ text: `${name}: ${other.id}`, of: { ...of, [name]: other } })),
    ];
  });
}

function formulaMutants(original: Formula): Mutant[] {
  const { holes } = original;
  const texts = new Set(variants(original.node, holes));
  texts.delete(written(original.node, holes));
  return [...texts].map((text) => {
    const [parts, ...read] = template(text, holes);
    const node = parseTemplate(parts, original.label);
    return {
      text: text.replaceAll(/@(\d+)/g, (_, hole) => (holes[Number(hole)] as Quantity).id),
      quantity: { ...original, node, holes: read },
      refused: refuses(original, parts, read),
    };
  });
}

function refuses({ unit, label }: Formula, parts: TemplateStringsArray, holes: readonly Quantity[]): boolean {
  try {
    formula(unit, label)(parts, ...holes);
    return false;
  } catch {
    return true;
  }
}

const ARITHMETIC = ["+", "-", "*", "/"];
const COMPARISONS = ["<", "<=", ">", ">=", "=="];
const ROUNDING = ["ceil", "floor"];
const ORDERED = new Set(["-", "/", "^"]);

/** The text of a part, with "@0", "@1", … for what it reads; the same quantity has the same number everywhere. */
function written(node: MathNode, holes: readonly Quantity[]): string {
  const parts = partsOf(node).map((part) => written(part, holes));
  return around(node, parts, holes);
}

/** The text of a part from the texts of its own parts. */
function around(node: MathNode, parts: readonly string[], holes: readonly Quantity[]): string {
  switch (node.type) {
    case "ConstantNode":
      return String((node as ConstantNode<number>).value);
    case "ParenthesisNode":
      return parts[0] as string;
    case "SymbolNode":
      return `@${holes.indexOf(holes[holeNumber(node)] as Quantity)}`;
    case "OperatorNode":
      return parts.length === 1 ? `(-${parts[0]})` : `(${parts.join(` ${(node as OperatorNode).op} `)})`;
    default:
      return `${nameOf(node)}(${parts.join(", ")})`;
  }
}

const nameOf = (node: MathNode) => (node as unknown as { fn: SymbolNode }).fn.name;

function partsOf(node: MathNode): MathNode[] {
  if (node.type === "ParenthesisNode") return [(node as ParenthesisNode).content];
  if (node.type === "OperatorNode" || node.type === "FunctionNode")
    return (node as OperatorNode | FunctionNode).args as MathNode[];
  return [];
}

/** The texts of a part with one mistake in it. */
function variants(node: MathNode, holes: readonly Quantity[]): string[] {
  const parts = partsOf(node);
  const texts = parts.map((part) => written(part, holes));
  const within = parts.flatMap((part, index) =>
    variants(part, holes).map((text) => around(node, texts.with(index, text), holes)),
  );
  return [...within, ...mistakes(node, texts, holes)];
}

function mistakes(node: MathNode, parts: readonly string[], holes: readonly Quantity[]): string[] {
  switch (node.type) {
    case "ConstantNode":
      return constants((node as ConstantNode<number>).value);
    case "SymbolNode":
      return others(holes[holeNumber(node)] as Quantity, holes);
    case "OperatorNode":
      return operators((node as OperatorNode).op, parts);
    case "FunctionNode":
      return calls(nameOf(node), parts);
    default:
      return [];
  }
}

const constants = (value: number): string[] =>
  [value + 1, value - 1, 2 * value, -value]
    .filter((other) => other !== value)
    .map((other) => (other < 0 ? `(${other})` : String(other)));

const others = (quantity: Quantity, holes: readonly Quantity[]): string[] =>
  [...new Set(holes)]
    .filter((other) => other !== quantity && other.unit === quantity.unit)
    .map((other) => `@${holes.indexOf(other)}`);

/** Another operator, operands exchanged, or one alone. */
function operators(op: string, parts: readonly string[]): string[] {
  const [left, right] = parts;
  if (right === undefined) return [left as string];
  const alike = COMPARISONS.includes(op) ? COMPARISONS : ARITHMETIC;
  return [
    ...alike.filter((other) => other !== op).map((other) => `(${left} ${other} ${right})`),
    ...(ORDERED.has(op) ? [`(${right} ${op} ${left})`] : []),
    ...(alike === ARITHMETIC ? [left as string, right] : []),
  ];
}

/** Another function, branches exchanged, or an argument alone. */
function calls(name: string, parts: readonly string[]): string[] {
  const [first, second, third] = parts as [string, string, string];
  if (name === "if") return [`if(${first}, ${third}, ${second})`, second, third];
  if (name === "pnorm") return [`max(${first}, ${second})`, `(${first} + ${second})`, first, second];
  if (ROUNDING.includes(name))
    return [...ROUNDING.filter((other) => other !== name).map((other) => `${other}(${first})`), first];
  if (name === "log2") return [first];
  const other = name === "max" ? "min" : "max";
  const dropped = parts.map((_, index) => parts.toSpliced(index, 1));
  return [
    `${other}(${parts.join(", ")})`,
    ...dropped.map((left) => (left.length === 1 ? (left[0] as string) : `${name}(${left.join(", ")})`)),
  ];
}
