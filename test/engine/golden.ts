import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import * as z from "zod";
import { parseQuantity } from "@/lib/units";

const FOLDER = join(import.meta.dirname, "../golden");
const text = z.string().min(1);

const caseSchema = z.strictObject({
  name: text,
  derivation: text,
  /** Id of the catalog's source for what the derivation starts from. */
  source: text,
  scenario: z.record(z.string(), z.unknown()),
  /** What must hold of a figure: "13.5 GB" exactly, or "13.4 to 13.6 GB". */
  figures: z.record(text, text).default({}),
  floor: text.optional(),
  /** What must hold of operators of a step, all layers together. */
  operators: z
    .array(
      z.strictObject({
        label: text,
        frame: z.enum(["decode", "prefill"]),
        count: z.int(),
        bytes: text.optional(),
        flops: text.optional(),
      }),
    )
    .default([]),
  feasible: z.boolean().optional(),
  /** Patterns of the message of a plan that cannot run. */
  says: z.array(text).default([]),
});

const yearSchema = z.strictObject({
  name: text,
  derivation: text,
  tokensPerDay: text,
  costPerToken: text,
  annualCost: text,
  replicas: z.int(),
  model: text,
  accelerator: text,
});

const fileSchema = z.strictObject({
  case: z.array(caseSchema).default([]),
  year: z.array(yearSchema).default([]),
});

/** Every golden case and year of the folder, with a name that says which file it is from. */
export function readGolden(): z.infer<typeof fileSchema> {
  const files = readdirSync(FOLDER)
    .filter((name) => name.endsWith(".toml"))
    .map((name) => ({ name, ...fileSchema.parse(parse(readFileSync(join(FOLDER, name), "utf8"))) }));
  const named = <T extends { name: string }>(file: string, cases: T[]) =>
    cases.map((each) => ({ ...each, name: `${file.replace(".toml", "")}: ${each.name}` }));
  return {
    case: files.flatMap((file) => named(file.name, file.case)),
    year: files.flatMap((file) => named(file.name, file.year)),
  };
}

/** The base units of a text such as "$0.001/tok". Throws when it is no quantity in `unit`. */
export function readQuantity(said: string, unit: string): number {
  const reading = parseQuantity(said, unit);
  if (!reading.ok) throw new Error(reading.message);
  return reading.value;
}

/** The bounds of "26 to 34 ms/tok" in base units; both are the value of "524,288 B/tok". */
export function readBounds(said: string, unit: string): [low: number, high: number] {
  const [, low, high, suffix] = /^(\S+) to (\S+) (.+)$/.exec(said) ?? [];
  if (low === undefined) return [readQuantity(said, unit), readQuantity(said, unit)];
  return [readQuantity(`${low} ${suffix}`, unit), readQuantity(`${high} ${suffix}`, unit)];
}
