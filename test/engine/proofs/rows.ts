import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import * as z from "zod";
import { fleetQuantities, quantities } from "@/lib/engine";
import type { Quantity } from "@/lib/formula";
import { quantities as moneyQuantities } from "@/lib/money/quantities";
import { topologyMonthQuantities } from "@/lib/money/topology/quantities";
import { parseQuantity } from "@/lib/units";

const GOLDEN = join(import.meta.dirname, "../../golden");

/** A set of formulas whose worked examples lie in a folder of test/golden. */
export interface Proved {
  readonly folder: string;
  readonly quantities: ReadonlyMap<string, Quantity>;
}

/** The engine's own. */
export const engineProved: Proved = { folder: "formulas", quantities };
/** All sets there are: those of a plan, of topologies and of the months. */
export const allProved: readonly Proved[] = [
  engineProved,
  { folder: "fleet", quantities: fleetQuantities },
  { folder: "money", quantities: moneyQuantities },
  { folder: "topology-months", quantities: topologyMonthQuantities },
];
const text = z.string().min(1);

/** A quantity as a person writes it: a plain number where it has no unit, "7 USD/s" where it has one. */
const written = z.union([z.number(), text]);

const rowSchema = z.strictObject({
  /** The step or the kind of row, for a quantity that is another one in each. */
  step: text.optional(),
  kind: text.optional(),
  /** Values of all that the formula reads; of a constant only where it is to be another. A list holds one value per row, a table one per step. */
  given: z.record(text, z.union([written, z.array(written), z.record(text, written)])),
  /** The law with its numbers, as arithmetic. */
  by: text,
  value: written,
});

const fileSchema = z.strictObject({
  formula: z.array(
    z.strictObject({
      id: text,
      /** The law in words, from which the rows were worked out. */
      law: text,
      rows: z.array(rowSchema).min(1),
    }),
  ),
  /** Changes of a formula that change no value it can take, each with the reason. */
  equivalent: z.array(z.strictObject({ id: text, mutant: text, reason: text })).default([]),
});

/** Values of one quantity in base units: one, one per operator row, or one per step. */
export type Given = number | readonly number[] | Readonly<Record<string, number>>;

/** One worked example of a quantity, in base units. */
export interface GoldenRow {
  readonly step?: string;
  readonly kind?: string;
  readonly given: Readonly<Record<string, Given>>;
  readonly by: string;
  readonly value: number;
}

export interface GoldenFormula {
  readonly topic: string;
  readonly id: string;
  readonly rows: readonly GoldenRow[];
}

export interface Equivalent {
  readonly id: string;
  readonly mutant: string;
}

/** Every formula's worked examples, and the changes that are listed as changing nothing. Throws on what cannot be read. */
export function readRows({ folder, quantities } = engineProved): {
  formulas: GoldenFormula[];
  equivalents: Equivalent[];
} {
  const from = join(GOLDEN, folder);
  const files = readdirSync(from).map((name) => ({
    topic: name.replace(".toml", ""),
    ...fileSchema.parse(parse(readFileSync(join(from, name), "utf8"))),
  }));
  const base = (said: number | string, id: string) => inBase(said, id, quantities);
  return {
    formulas: files.flatMap(({ topic, formula }) =>
      formula.map(({ id, rows }) => ({
        topic,
        id,
        rows: rows.map(({ given, value, ...rest }) => ({
          ...rest,
          given: Object.fromEntries(
            Object.entries(given).map(([name, said]) => [name, allBase(said, (each) => base(each, name))]),
          ),
          value: base(value, id),
        })),
      })),
    ),
    equivalents: files.flatMap(({ equivalent }) => equivalent),
  };
}

type Said = z.infer<typeof rowSchema>["given"][string];

function allBase(said: Said, base: (one: number | string) => number): Given {
  if (Array.isArray(said)) return said.map(base);
  if (typeof said !== "object") return base(said);
  return Object.fromEntries(Object.entries(said).map(([step, each]) => [step, base(each)]));
}

/** A written value in base units. Throws when it is not one of the quantity's unit. */
function inBase(said: number | string, id: string, quantities: Proved["quantities"]): number {
  const unit = quantities.get(id)?.unit;
  if (unit === undefined) throw new Error(`there is no quantity "${id}"`);
  if (typeof said === "number") {
    if (unit !== "1" && unit !== "1/s") throw new Error(`${id}: ${said} needs its unit, ${unit}`);
    return said;
  }
  const reading = parseQuantity(said, unit);
  if (!reading.ok) throw new Error(`${id}: ${reading.message}`);
  return reading.value;
}
