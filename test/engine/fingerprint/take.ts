import { createHash } from "node:crypto";
import { apiQuantities, fleetQuantities, type Lookup, quantities } from "@/lib/engine";
import { formulaText, type Quantity } from "@/lib/formula";
import { quantities as monthQuantities, topologyMonthQuantities } from "@/lib/money";
import { scenarioSchema } from "@/lib/scenario";
import { fingerprinted } from "./plans";
import { sums } from "./sums";
import { toldOf } from "./told";

/** What an engine version stands for: its formulas and constants by id, and the figures of some plans. */
export interface Fingerprint {
  readonly version: string;
  readonly formulas: Readonly<Record<string, string>>;
  /** What of the plans' results the sums below are over. */
  readonly counted: readonly string[];
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

/**
 * Takes the fingerprint of the engine as it is. To be held against one from `before`, it has the plans of that one and
 * its sums are over what that one counted: what is new since then is no move.
 */
export function take(lookup: Lookup, version: string, before?: Fingerprint): Fingerprint {
  const told = Object.entries(fingerprinted)
    .filter(([name]) => !before || name in before.plans)
    .map(([name, input]) => [name, toldOf(scenarioSchema.parse(input), lookup)] as const);
  const found = [...new Set(told.flatMap(([, { leaves }]) => leaves.map(({ of }) => of)))].sort();
  const counted = new Set(before?.counted ?? found);
  return {
    version,
    formulas: Object.fromEntries(laws.map(([id, quantity]) => [id, hashOf(quantity)])),
    counted: found,
    plans: Object.fromEntries(
      told.map(([name, { figures, leaves }]) => [
        name,
        rounded({ ...figures, ...sums(leaves.filter(({ of }) => counted.has(of))) }),
      ]),
    ),
  };
}

/** All formulas and constants by name: the plan's, its APIs', its topologies' and those of the months. */
const laws: readonly (readonly [id: string, quantity: Quantity])[] = [
  ...[...quantities.values()].map((each) => [each.id, each] as const),
  ...Object.entries({
    api: apiQuantities,
    fleet: fleetQuantities,
    months: monthQuantities,
    "fleet's months": topologyMonthQuantities,
  }).flatMap(([room, all]) => [...all.values()].map((each) => [`${room}: ${each.id}`, each] as const)),
];

const rounded = (told: Readonly<Record<string, number | string>>) =>
  Object.fromEntries(
    Object.entries(told).map(([id, value]) => [
      id,
      typeof value === "number" ? Number(value.toPrecision(DIGITS)) : value,
    ]),
  );

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
