import { parseSync } from "vite";

/** One small mistake: the text that stands between two places of a file instead of its own. */
export interface Mistake {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "**": ["*"],
  "<": [">=", "<="],
  ">": ["<=", ">="],
  "<=": [">", "<"],
  ">=": ["<", ">"],
  "===": ["!=="],
  "!==": ["==="],
  "&&": ["||"],
  "||": ["&&"],
  "??": ["&&"],
};
/** Methods that may be left out, and those that may be taken for each other. */
const LEFT_OUT = new Set(["filter", "reverse", "sort", "toSorted", "slice", "trim"]);
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ["min", "max"],
  ["max", "min"],
  ["ceil", "floor"],
  ["floor", "ceil"],
  ["some", "every"],
  ["every", "some"],
]);

/**
 * Every small mistake in a file of code: operators, conditions, numbers and calls. Types and imports stay, and the
 * conditions of loops, because a loop without end fails no test.
 */
export function mistakesIn(file: string, code: string): Mistake[] {
  const { program, errors } = parseSync(file, code);
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
  const found: Mistake[] = [];
  const textOf = ({ start, end }: Node) => code.slice(start, end);
  const instead = ({ start, end }: Node, text: string) => found.push({ start, end, text });
  const visit = (node: Node) => {
    if (node.type.startsWith("TS") && !WITH_VALUES.has(node.type)) return;
    if (node.type === "ImportDeclaration") return;
    mistake(node, textOf, instead);
    for (const [key, child] of Object.entries(node)) {
      if (key === "test" && LOOPS.has(node.type)) continue;
      if (key === "typeAnnotation" || key === "typeArguments" || key === "returnType") continue;
      for (const each of Array.isArray(child) ? child : [child]) if (isNode(each)) visit(each);
    }
  };
  visit(program as unknown as Node);
  return found;
}

const LOOPS = new Set(["WhileStatement", "DoWhileStatement", "ForStatement"]);
const WITH_VALUES = new Set(["TSAsExpression", "TSSatisfiesExpression", "TSNonNullExpression"]);
const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && "start" in value;

type Instead = (node: Node, text: string) => void;

function mistake(node: Node, textOf: (node: Node) => string, instead: Instead): void {
  switch (node.type) {
    case "BinaryExpression":
    case "LogicalExpression": {
      const [left, right] = [node.left as Node, node.right as Node];
      for (const other of OPERATORS[node.operator as string] ?? [])
        instead(node, `(${textOf(left)} ${other} ${textOf(right)})`);
      return;
    }
    case "UnaryExpression":
      if (node.operator === "!") instead(node, textOf(node.argument as Node));
      return;
    case "ConditionalExpression":
      instead(node, `(${textOf(node.consequent as Node)})`);
      instead(node, `(${textOf(node.alternate as Node)})`);
      return;
    case "IfStatement":
      instead(node.test as Node, "true");
      instead(node.test as Node, "false");
      return;
    case "Literal":
      if (typeof node.value === "number") instead(node, String(node.value + 1));
      return;
    case "CallExpression":
      call(node, textOf, instead);
      return;
  }
}

function call(node: Node, textOf: (node: Node) => string, instead: Instead): void {
  const callee = node.callee as Node;
  if (callee.type !== "MemberExpression") return;
  const property = callee.property as Node;
  const name = property.name as string;
  if (LEFT_OUT.has(name)) instead(node, textOf(callee.object as Node));
  const other = INSTEAD.get(name);
  if (other) instead(property, other);
}
