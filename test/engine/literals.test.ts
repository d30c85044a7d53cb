import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "vite";
import { expect, it } from "vitest";
import { source } from "@/lib/catalog";

/** Numbers that need no name: nothing, one, a pair, and a sign. */
const PLAIN: ReadonlySet<number> = new Set([0, 1, 2]);
/** How a comment says where a number comes from. */
const ORIGIN = /\b([Bb]y definition|[Bb]y judgement|Chosen on|Counted|Source: )/;
/** Calls whose number stands beside a sentence that says why it is that. */
const REASONED: ReadonlySet<string> = new Set(["taken"]);
/** A number in a formula's text; names of quantities are holes there, and functions such as log2 are names. */
const IN_FORMULA = /(?<![\w.])\d+(?:\.\d+)?/g;
/** A square root. */
const ROOT = /\^ 0\.5\b/g;

type Node = { type: string; start: number; end: number; [key: string]: unknown };
/** A program is run by its stages, which are named where it is compiled. */
const isStage = (callee: Node) => (callee.property as Node | undefined)?.name === "run";
const isReasoned = ({ callee }: Node) =>
  REASONED.has(String((callee as Node).name)) || isStage(callee as Node);
const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && typeof (value as Node).type === "string";

/** Numbers in a file of TypeScript that have neither a name with an origin nor a reason, as "line: number". */
function nameless(path: string, text: string): string[] {
  const { program, comments, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const found: string[] = [];
  const report = (value: number | string, at: number) =>
    found.push(`${path}:${text.slice(0, at).split("\n").length}: ${value}`);
  /** The comment above a statement, also over several statements that follow one another without a blank line. */
  const above = (start: number): string => {
    const before = text.slice(0, start);
    const paragraph = before.lastIndexOf("\n\n") + 1;
    return comments
      .filter((comment) => comment.start >= paragraph && comment.end <= start)
      .map(({ value }) => value)
      .join();
  };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isNode(value) || (value.type === "CallExpression" && isReasoned(value))) return;
    if (value.type === "Literal" && typeof value.value === "number" && !PLAIN.has(value.value))
      report(value.value, value.start);
    if (value.type === "TemplateElement") {
      const cooked = String((value.value as { cooked: string }).cooked).replace(ROOT, "");
      for (const [number] of cooked.matchAll(IN_FORMULA))
        if (!PLAIN.has(Number(number))) report(`${number} in a text`, value.start);
    }
    // An index is no number of the engine.
    const index = value.type === "MemberExpression" && value.computed ? value.property : undefined;
    for (const child of Object.values(value)) if (child !== index) visit(child);
  };
  for (const statement of program.body as unknown as Node[]) {
    const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    const named = isNode(declared) && declared.type === "VariableDeclaration" && declared.kind === "const";
    // A published algorithm is a class whose numbers are its definition.
    const published = isNode(declared) && declared.type === "ClassDeclaration";
    const plain =
      published ||
      (named &&
        (declared.declarations as { init: Node }[]).every(
          ({ init }) => !/Function|TaggedTemplate/.test(init.type),
        ));
    if (!(plain && ORIGIN.test(above(statement.start)))) visit(statement);
  }
  return found;
}

const files = readdirSync("lib/engine", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
  .map((entry) => join(entry.parentPath, entry.name));

it("has no number without a name and an origin: name it, say where it comes from, or make it a prior in data/calibration", () => {
  expect(files.length).toBeGreaterThan(60);
  expect(files.flatMap((file) => nameless(file, readFileSync(file, "utf8")))).toEqual([]);
});

it("names sources that the catalog has", () => {
  const named = files.flatMap((file) => [...readFileSync(file, "utf8").matchAll(/Source: ([\w-]+)/g)]);
  expect(named.map(([, id = ""]) => id).filter((id) => !source(id))).toEqual([]);
  expect(named.length).toBeGreaterThan(0);
});

it("notices a number wherever one may stand", () => {
  const odd = [
    "export const A = 3;",
    "/** Passes of a kernel. */\nexport const A = 3;",
    "/** By judgement: far. */\nconst A = 2;\n\nconst B = 7;",
    "const f = (x: number) => 1.5 * x;",
    "/** By judgement: a function. */\nconst f = (x: number) => 1.5 * x;",
    "const q = formula(`x`)`2 * a * 0.15`;",
    "const q = { a: [{ b: 4 }] };",
    "f({ latencies: 2 * 1.5 });",
  ];
  for (const text of odd) expect(nameless("odd.ts", text), text).toHaveLength(1);
  const good = [
    "/** By definition. */\nexport const A = 3;",
    "/** Source: a-paper. */\nconst A = 3;\nconst B = { x: 4.5 / 8 };",
    "const q = formula(`x`)`2 * log2(a) ^ 0.5`;",
    "const third = found[3];",
    "const minus = -1;",
  ];
  for (const text of good) expect(nameless("good.ts", text), text).toEqual([]);
});
