import { parseSync } from "vite";

/** One small mistake: the text that stands between two places of a file instead of its own. */
export interface Mistake {
  /** The expression or the block that a program chooses anew: the text's own, or what holds it. */
  readonly start: number;
  readonly end: number;
  /** What stands there with the mistake; nothing for a block that does nothing. */
  readonly text: string;
  readonly kind: "expression" | "block" | "body";
  /** Where and what, for a person. */
  readonly name: string;
}

export interface Node {
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
  "%": ["*"],
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
  "+=": ["-="],
  "-=": ["+="],
  "*=": ["/="],
  "/=": ["*="],
  "??=": ["&&="],
  "||=": ["&&="],
};
/** Methods that may be left out, and those that may be taken for each other. */
const LEFT_OUT = new Set(["filter", "reverse", "sort", "toReversed", "toSorted", "slice", "trim"]);
const INSTEAD: ReadonlyMap<string, string> = new Map(
  [
    ["min", "max"],
    ["ceil", "floor"],
    ["some", "every"],
    ["startsWith", "endsWith"],
    ["toUpperCase", "toLowerCase"],
  ].flatMap(([one, other]) => [
    [one, other],
    [other, one],
  ]) as [string, string][],
);

/** Types say nothing when a program runs, and where a module comes from is checked by the compiler. */
const SKIPPED = new Set([
  "ImportDeclaration",
  "ImportExpression",
  "ExportAllDeclaration",
  "TaggedTemplateExpression",
]);
const WITH_VALUES = new Set(["TSAsExpression", "TSSatisfiesExpression", "TSNonNullExpression"]);
const LOOPS = new Set(["WhileStatement", "DoWhileStatement", "ForStatement"]);
const FUNCTIONS = new Set(["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"]);
const TYPES = new Set([
  "typeAnnotation",
  "typeArguments",
  "returnType",
  "typeParameters",
  "superTypeArguments",
]);

/**
 * Every small mistake in a file of code: operators, conditions, numbers, words, lists, records, calls left out or taken
 * for their opposite, what a function does. Loops never become endless by their own condition.
 */
export function mistakesIn(file: string, code: string): Mistake[] {
  const { program, errors } = parseSync(file, code);
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
  const found: Mistake[] = [];
  const visit = (node: Node, above: Above) => {
    if (node.type.startsWith("TS") && !WITH_VALUES.has(node.type)) return;
    if (SKIPPED.has(node.type) || typeof node.directive === "string") return;
    const chain = node.type === "ChainExpression" ? node : CHAINED.has(node.type) ? above.chain : undefined;
    for (const { at = node, start, end, text, kind = "expression" } of mistakesOf(node, code, {
      ...above,
      chain,
    })) {
      const whole = chain ?? at;
      found.push({
        start: whole.start,
        end: whole.end,
        text: code.slice(whole.start, start) + text + code.slice(end, whole.end),
        kind,
        name: `${code.slice(0, start).split("\n").length}: ${shown(code.slice(start, end))} → ${shown(text) || "nothing"}`,
      });
    }
    for (const [key, child] of Object.entries(node)) {
      if (
        TYPES.has(key) ||
        (key === "key" && !node.computed) ||
        (key === "source" && node.type === "ExportNamedDeclaration")
      )
        continue;
      // Only the path to what is called or read belongs to a chain of ?.; arguments stand for themselves.
      const inChain =
        chain && (node.type === "ChainExpression" || key === "object" || key === "callee")
          ? chain
          : undefined;
      for (const each of Array.isArray(child) ? child : [child])
        if (isNode(each)) visit(each, { chain: inChain, node, key });
    }
  };
  visit(program as unknown as Node, {});
  return found;
}

const CHAINED = new Set(["MemberExpression", "CallExpression", "TSNonNullExpression"]);
const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && "start" in value;
const shown = (code: string) => code.replace(/\s+/g, " ").slice(0, 60);

interface Above {
  readonly chain?: Node;
  readonly node?: Node;
  readonly key?: string;
}
interface Found {
  readonly at?: Node;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind?: Mistake["kind"];
}

function mistakesOf(node: Node, code: string, above: Above): Found[] {
  const textOf = ({ start, end }: Node) => code.slice(start, end);
  const instead = (text: string, { start, end }: Node = node): Found => ({ start, end, text });
  const { left, right } = node as unknown as { left: Node; right: Node };
  switch (node.type) {
    case "BinaryExpression":
    case "LogicalExpression":
      return (OPERATORS[node.operator as string] ?? []).map((other) =>
        instead(`(${textOf(left)}) ${other} (${textOf(right)})`),
      );
    case "AssignmentExpression":
      return (OPERATORS[node.operator as string] ?? []).map((other) =>
        instead(`${textOf(left)} ${other} ${textOf(right)}`),
      );
    case "UnaryExpression":
      return node.operator === "!" || node.operator === "-" ? [instead(textOf(node.argument as Node))] : [];
    case "UpdateExpression":
      if (above.node?.type === "ForStatement") return [];
      return [instead(textOf(node).replace(node.operator as string, node.operator === "++" ? "--" : "++"))];
    case "ConditionalExpression":
      return [
        instead(`(${textOf(node.consequent as Node)})`),
        instead(`(${textOf(node.alternate as Node)})`),
      ];
    case "IfStatement":
      return ["true", "false"].map((text) => ({
        ...instead(text, node.test as Node),
        at: node.test as Node,
      }));
    case "Literal":
      return literal(node, above).map((text) => instead(text));
    case "TemplateLiteral":
      return [instead('""')];
    case "ArrayExpression":
      return (node.elements as unknown[]).length > 0 ? [instead("[]")] : [];
    case "ObjectExpression":
      return (node.properties as unknown[]).length > 0 ? [instead("{}")] : [];
    case "CallExpression":
      return call(node, textOf);
    case "MemberExpression":
      return node.optional ? [optional(node, code)] : [];
    case "ArrowFunctionExpression":
      if ((node.body as Node).type === "BlockStatement") return [];
      return [{ ...instead("undefined", node.body as Node), at: node.body as Node }];
    case "BlockStatement":
      return block(node, above);
    default:
      return LOOPS.has(node.type) && node.test
        ? [{ ...instead("false", node.test as Node), at: node.test as Node }]
        : [];
  }
}

function literal({ value }: Node, { node: parent }: Above): string[] {
  if (parent?.type.startsWith("TS") && !WITH_VALUES.has(parent.type)) return [];
  if (typeof value === "number") return [String(value + 1)];
  if (typeof value === "boolean") return [String(!value)];
  if (typeof value === "string") return [value === "" ? '"else"' : '""'];
  return [];
}

function call(node: Node, textOf: (node: Node) => string): Found[] {
  const callee = node.callee as Node;
  if (callee.type !== "MemberExpression" || callee.computed) return [];
  const property = callee.property as Node;
  const name = property.name as string;
  const { start, end } = node;
  const other = INSTEAD.get(name);
  return [
    ...(LEFT_OUT.has(name) ? [{ start, end, text: textOf(callee.object as Node) }] : []),
    ...(other ? [{ start: property.start, end: property.end, text: other }] : []),
  ];
}

/** `a?.b` that trusts `a` to be there. */
function optional(node: Node, code: string): Found {
  const { end } = node.object as Node;
  const dot = code.indexOf("?.", end);
  return { start: dot, end: dot + 2, text: node.computed ? "" : "." };
}

/** A block that does nothing; not of a loop that waits for it, and not where a class is made. */
function block(node: Node, { node: parent, key }: Above): Found[] {
  const { start, end } = node;
  if ((node.body as unknown[]).length === 0 || !parent || LOOPS.has(parent.type)) return [];
  if (FUNCTIONS.has(parent.type) && key === "body") return [{ start, end, text: "", kind: "body" }];
  return [{ start, end, text: "", kind: "block" }];
}
