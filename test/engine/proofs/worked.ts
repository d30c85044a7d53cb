import {
  compileProgram,
  formulaCell,
  Image,
  type Input,
  input,
  type Previous,
  perStep,
  type Quantity,
  type Running,
  reads,
} from "@/lib/formula";
import { calculated } from "@/test/formula/spreadsheet";
import type { Given, GoldenRow } from "./rows";

const STEPS = ["decode", "mixed", "prompts", "given"];

/** The ids of what a quantity reads and an example does not give; constants have their own values. */
export const notGiven = (quantity: Quantity, { given }: GoldenRow): string[] =>
  reads(quantity)
    .filter((hole) => constantOf(hole) === undefined && given[hole.id] === undefined)
    .map(({ id }) => id);

const constantOf = (quantity: Quantity): number | undefined =>
  quantity.kind === "input" ? quantity.constant : undefined;

const single = (quantity: Quantity, { given }: GoldenRow): number => {
  const value = given[quantity.id] ?? constantOf(quantity);
  if (typeof value !== "number") throw new Error(`${quantity.id} is not given as one value`);
  return value;
};

/** The value of a quantity in a worked example, by its spreadsheet text where it is a formula. */
export function byCell(quantity: Quantity, row: GoldenRow): number {
  switch (quantity.kind) {
    case "input":
      return single(quantity, row);
    case "formula":
      return calculated(
        formulaCell(quantity, ({ id }) => id),
        Object.fromEntries(quantity.holes.map((hole) => [hole.id, single(hole, row)])),
      );
    case "rollup":
      return list(row.given[quantity.of.id]).reduce((sum, each) => sum + each, 0);
    // Of rows that follow one another, an example is about the last.
    case "running": {
      const values = list(row.given[quantity.of.id]);
      return quantity.how === "sum" ? values.reduce((sum, each) => sum + each, 0) : Math.max(...values);
    }
    case "previous":
      return list(row.given[quantity.of.id]).at(-2) ?? 0;
    case "at":
      return (row.given[quantity.of.id] as Record<string, number>)[quantity.step] as number;
    case "perStep":
      return single(quantity.of[row.step as string] as Quantity, row);
    case "byKind": {
      const branch = quantity.of[row.kind as string];
      return branch ? single(branch, row) : 0;
    }
  }
}

/** The value of a quantity in a worked example, by a program that has inputs in place of what it reads. */
export function byProgram(quantity: Quantity, row: GoldenRow): number {
  const stands = new Map<Quantity, { as: Quantity; set: (image: Image) => void }>();
  for (const hole of new Set(reads(quantity))) stands.set(hole, standIn(hole, quantity, row));
  const stood = (hole: Quantity) => stands.get(hole)?.as as Quantity;
  const alone = withReads(quantity, stood);
  const program = compileProgram([alone], STEPS, []);
  const image = new Image(program, kindsFor(quantity, row));
  for (const { set } of stands.values()) set(image);
  image.run(0);
  const last = scans(quantity) ? image.kinds.length - 1 : 0;
  return image.value(alone, { row: last, step: row.step });
}

/** As many operator rows as the example has values to sum, or the one kind of row that it is about. */
function kindsFor(quantity: Quantity, { given, kind }: GoldenRow): string[] {
  if (quantity.kind === "rollup" || scans(quantity)) return list(given[quantity.of.id]).map(() => "linear");
  return kind ? [kind] : [];
}

const scans = (quantity: Quantity): quantity is Running | Previous =>
  quantity.kind === "running" || quantity.kind === "previous";

function standIn(hole: Quantity, reader: Quantity, row: GoldenRow) {
  const value = row.given[hole.id] ?? constantOf(hole);
  if (value === undefined) throw new Error(`${hole.id} is not given`);
  const own = (): Input =>
    input(hole.unit, hole.label, {
      row: reader.kind === "rollup" || reader.kind === "byKind" || scans(reader),
    });
  if (typeof value === "number") {
    const as = own();
    return { as, set: (image: Image) => image.set(as, value) };
  }
  if (Array.isArray(value)) {
    const as = own();
    const set = (image: Image) => {
      for (const [index, each] of value.entries()) image.set(as, each, index);
    };
    return { as, set };
  }
  const each = Object.fromEntries(STEPS.map((step) => [step, own()]));
  const as = perStep(hole.unit, hole.label, each);
  const set = (image: Image) => {
    for (const [step, said] of Object.entries(value)) image.set(each[step] as Input, said);
  };
  return { as, set };
}

function withReads(quantity: Quantity, stood: (hole: Quantity) => Quantity): Quantity {
  const plan = { row: false, step: false };
  const all = (of: Readonly<Record<string, Quantity>>) =>
    Object.fromEntries(Object.entries(of).map(([name, each]) => [name, stood(each)]));
  switch (quantity.kind) {
    case "input":
      return quantity;
    case "formula":
      return { ...quantity, scope: plan, holes: quantity.holes.map(stood) };
    case "rollup":
      return { ...quantity, scope: plan, of: stood(quantity.of) };
    case "running":
    case "previous":
    case "at":
      return { ...quantity, of: stood(quantity.of) };
    case "perStep":
      return { ...quantity, of: all(quantity.of) };
    case "byKind":
      return { ...quantity, scope: { row: true, step: false }, of: all(quantity.of) };
  }
}

function list(value: Given | undefined): readonly number[] {
  if (!Array.isArray(value)) throw new Error("a sum needs a list of values");
  return value;
}

/** Whether two numbers are the same but for rounding. */
export const same = (found: number, wanted: number): boolean =>
  Math.abs(found - wanted) <= 1e-9 * Math.abs(wanted);
