import { createHash } from "node:crypto";
import { answer, type Estimate, headlines, type Lookup, quantities } from "@/lib/engine";
import { formulaText, type Quantity } from "@/lib/formula";
import { scenarioSchema } from "@/lib/scenario";
import { fingerprinted } from "./plans";

/** What an engine version stands for: its formulas and constants by id, and the figures of some plans. */
export interface Fingerprint {
  readonly version: string;
  readonly formulas: Readonly<Record<string, string>>;
  readonly plans: Readonly<Record<string, Readonly<Record<string, number | string>>>>;
}

/** The records that the plans need, as they were when the fingerprint was taken: a catalog that does not change. */
export interface FrozenRecords {
  readonly model: Readonly<Record<string, unknown>>;
  readonly accelerator: Readonly<Record<string, unknown>>;
  readonly format: Readonly<Record<string, unknown>>;
  readonly calibration: Readonly<Record<string, unknown>>;
  readonly price: Readonly<Record<string, unknown>>;
  readonly place: Readonly<Record<string, unknown>>;
}
const KINDS = ["model", "accelerator", "format", "calibration", "price", "place"] as const;

/** Digits that are kept, and the relative change that is none: processors differ in the last digits. */
const DIGITS = 12;
const SAME = 1e-9;

/** Looks records up in a frozen catalog. */
export function frozenLookup(records: FrozenRecords): Lookup {
  const of = (kind: (typeof KINDS)[number]) => (id: string) => records[kind][id];
  return {
    catalogVersion: "frozen",
    ...Object.fromEntries(KINDS.map((kind) => [kind, of(kind)])),
  } as unknown as Lookup;
}

/** The records of `lookup` that the plans ask for. */
export function freeze(lookup: Lookup): FrozenRecords {
  const seen = Object.fromEntries(KINDS.map((kind) => [kind, {} as Record<string, unknown>]));
  const watched = Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      (id: string) => {
        const record = lookup[kind](id);
        if (record !== undefined) (seen[kind] as Record<string, unknown>)[id] = record;
        return record;
      },
    ]),
  );
  take({ ...lookup, ...watched }, "");
  return seen as unknown as FrozenRecords;
}

/** Takes the fingerprint of the engine as it is. */
export const take = (lookup: Lookup, version: string): Fingerprint => ({
  version,
  formulas: Object.fromEntries([...quantities.values()].map((each) => [each.id, hashOf(each)])),
  plans: Object.fromEntries(
    Object.entries(fingerprinted).map(([name, input]) => {
      const { options } = answer(scenarioSchema.parse(input), lookup);
      return [name, said(options[0] as Estimate["options"][number])];
    }),
  ),
});

/** The formula or constant in eight letters; an input has its unit alone. */
function hashOf(quantity: Quantity): string {
  return createHash("sha256").update(lawOf(quantity)).digest("hex").slice(0, 8);
}

function lawOf(quantity: Quantity): string {
  const { kind, unit } = quantity;
  switch (quantity.kind) {
    case "input":
      return [kind, unit, quantity.constant ?? ""].join("|");
    case "formula":
      return [kind, unit, formulaText(quantity, ({ id }) => id)].join("|");
    case "rollup":
      return [kind, unit, quantity.of.id].join("|");
    case "at":
      return [kind, unit, quantity.step, quantity.of.id].join("|");
    default:
      return [
        kind,
        unit,
        ...Object.entries(quantity.of)
          .map(([name, { id }]) => `${name}:${id}`)
          .sort(),
      ].join("|");
  }
}

/** Headline figures, ranges, memory, goodput, percentiles and verdict of an option, in words or rounded. */
function said(option: Estimate["options"][number]): Record<string, number | string> {
  const { figures, ranges, memory, goodput, operation, verdict, binding } = option;
  const rounded = (value: number) => Number(value.toPrecision(DIGITS));
  const flat = {
    ...Object.fromEntries(
      headlines.flatMap(({ id }) => (figures[id] === undefined ? [] : [[id, figures[id]]])),
    ),
    ...Object.fromEntries(Object.entries(ranges).map(([id, { low }]) => [`${id}, low`, low])),
    ...Object.fromEntries(memory.map(({ part, bytes }) => [`memory, ${part}`, bytes])),
    ...(goodput ? { "goodput, batch": goodput.batch, "goodput, rate": goodput.outputRate } : {}),
    ...(operation ? { "sized, replicas": operation.replicas, "sized, good rate": operation.goodRate } : {}),
    ...Object.fromEntries(
      Object.entries(operation?.percentiles ?? {}).flatMap(([time, of]) =>
        Object.entries(of).map(([statistic, { value }]) => [`${statistic} of ${time}`, value]),
      ),
    ),
  };
  return {
    verdict: verdict.feasible ? `runs, bound by ${binding}` : verdict.reason,
    ...Object.fromEntries(Object.entries(flat).map(([id, value]) => [id, rounded(value)])),
  };
}

const same = (a: unknown, b: unknown): boolean =>
  typeof a === "number" && typeof b === "number"
    ? Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b))
    : a === b;

/** What differs between two fingerprints: laws, and figures by plan, each in a line. What is new alone is no move. */
export function moved(before: Fingerprint, after: Fingerprint): string[] {
  type Values = Readonly<Record<string, number | string>>;
  const changed = (old: Values, now: Values) =>
    Object.keys(old).filter((id) => now[id] === undefined || !same(old[id], now[id]));
  const laws = changed(before.formulas, after.formulas).map((id) => `formula ${id}`);
  const figures = Object.entries(before.plans).flatMap(([plan, old]) => {
    const now = after.plans[plan] ?? {};
    return changed(old, now).map((id) => `${plan}: ${id} was ${old[id]}, is ${now[id]}`);
  });
  return [...laws, ...figures];
}
