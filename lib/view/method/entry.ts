import { apiQuantities, fleetQuantities, quantities } from "@/lib/engine";
import { formulaTex, formulaText, type Quantity, reads } from "@/lib/formula";
import { quantities as monthly, topologyMonthQuantities } from "@/lib/money";
import { type Citation, citationOf } from "./citations";

/** A piece of a formula: plain text, or the name of another quantity. */
export type FormulaPart = { text: string } | { quantity: string; label: string };

/** One quantity as the method page shows it. */
export interface Entry {
  readonly id: string;
  readonly label: string;
  /** Empty for a plain number. */
  readonly unit: string;
  /** Lines of the definition: one, or one for each step or kind of operator. Empty for an input. */
  readonly lines: readonly { readonly when?: string; readonly parts: readonly FormulaPart[] }[];
  readonly tex?: string;
  readonly citation?: Citation;
  /** The value of a fixed number. */
  readonly constant?: number;
  /** It has a value for every operator, for every step, or for both. */
  readonly scope: string;
  /** Quantities that read it. */
  readonly usedBy: readonly string[];
}

const STEPS: Readonly<Record<string, string>> = {
  decode: "in a decode step",
  mixed: "in a step with a prompt chunk",
  prompts: "in a step of prompts alone",
  given: "in a step of the simulation",
};

const ROWS = { sum: "sum", highest: "largest" } as const;

const KINDS: Readonly<Record<string, string>> = {
  linear: "matrix product",
  decodeAttention: "attention, decoding",
  prefillAttention: "attention, prefilling",
  experts: "experts",
  adapters: "LoRA adapters",
  rowwise: "row by row",
  collective: "communication",
  host: "host",
  table: "table",
  measured: "measurement",
};

/** The sets of quantities by what their rows are; names are of one set alone. */
const SETS = [
  { of: quantities, row: "operator" },
  { of: fleetQuantities, row: "part" },
  { of: apiQuantities, row: "offer" },
  { of: monthly, row: "month" },
  { of: topologyMonthQuantities, row: "month" },
] as const;
const rowOf = ({ id }: Quantity) => SETS.find(({ of }) => of.has(id))?.row ?? "operator";
const named = (id: string) => SETS.map(({ of }) => of.get(id)).find((found) => found) as Quantity;

const readers = new Map<string, string[]>();
for (const reader of SETS.flatMap(({ of }) => [...of.values()]))
  for (const { id } of new Set(reads(reader))) readers.set(id, [...(readers.get(id) ?? []), reader.id]);

/** Describes a quantity: its definition with links, its TeX, its source, and who reads it. */
export function entryOf(quantity: Quantity): Entry {
  const { id, label, unit, source, scope } = quantity;
  const citation = source ? citationOf(source) : undefined;
  return {
    id,
    label,
    unit: unit === "1" ? "" : unit,
    lines: linesOf(quantity),
    ...(quantity.kind === "formula" ? { tex: `\\mathrm{${id}} = ${formulaTex(quantity)}` } : {}),
    ...(citation ? { citation } : {}),
    ...(quantity.kind === "input" && quantity.constant !== undefined ? { constant: quantity.constant } : {}),
    scope: [scope.row ? rowOf(quantity) : "", scope.step ? "step" : ""].filter(Boolean).join(" and "),
    usedBy: readers.get(id) ?? [],
  };
}

const link = ({ id, label }: Quantity): FormulaPart => ({ quantity: id, label });

function linesOf(quantity: Quantity): Entry["lines"] {
  switch (quantity.kind) {
    case "input":
      return [];
    case "formula":
      return [{ parts: formulaParts(formulaText(quantity, ({ id }) => `⟨${id}⟩`)) }];
    case "rollup":
      return [
        {
          parts: [{ text: `sum over all ${rowOf(quantity)}s of ` }, link(quantity.of)],
        },
      ];
    case "running":
      return [{ parts: [{ text: `${ROWS[quantity.how]} of ` }, link(quantity.of), { text: " up to here" }] }];
    case "previous":
      return [{ parts: [link(quantity.of), { text: " in the row before" }] }];
    case "at":
      return [{ parts: [link(quantity.of), { text: ` ${STEPS[quantity.step] ?? quantity.step}` }] }];
    case "perStep":
      return Object.entries(quantity.of).map(([step, of]) => ({
        when: STEPS[step] ?? step,
        parts: [link(of)],
      }));
    case "byKind":
      return Object.entries(quantity.of).map(([kind, of]) => ({
        when: KINDS[kind] ?? kind,
        parts: [link(of)],
      }));
  }
}

/** Splits a formula whose quantities stand in angle brackets. */
function formulaParts(text: string): FormulaPart[] {
  return text
    .split(/⟨(\w+)⟩/)
    .map((part, index) => (index % 2 ? link(named(part)) : { text: part }))
    .filter((part) => !("text" in part) || part.text !== "");
}
