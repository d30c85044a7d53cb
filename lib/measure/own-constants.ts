import type { KnownCalibration, Lookup } from "@/lib/engine";
import type { OwnCalibration, OwnConstant } from "@/lib/scenario";
import { decimals } from "@/lib/units";

/** Constants that take the place of a record's: of one accelerator, or of the stack's record with that id. */
export interface Changed {
  readonly of: OwnConstant["of"];
  readonly id: string;
  /** What each is now, and how it came to that, in words. */
  readonly constants: Readonly<Record<string, { readonly value: number; readonly text: string }>>;
}

/** The id of the record that an accelerator's own constants stand in. */
export const ownRecordId = (accelerator: string): string => `own-${accelerator}`;

/**
 * The records of `lookup` with other constants. An accelerator gets a record of its own, made of its architecture's: other
 * chips of that architecture stay as they are.
 */
export function withConstants(lookup: Lookup, changed: readonly Changed[], title: string): Lookup {
  if (changed.length === 0) return lookup;
  const chips = new Map(changed.flatMap((each) => (each.of === "accelerator" ? [[each.id, each]] : [])));
  const stacks = new Map(changed.flatMap((each) => (each.of === "stack" ? [[each.id, each]] : [])));
  const records = new Map<string, KnownCalibration | undefined>();
  const made = (id: string): KnownCalibration | undefined => {
    const chip = id.startsWith(OWN) ? chips.get(id.slice(OWN.length)) : undefined;
    const change = chip ?? stacks.get(id);
    const base = lookup.calibration(chip ? (lookup.accelerator(chip.id)?.architecture ?? "") : id);
    return base && change ? changedRecord(base, id, change, title) : base;
  };
  return {
    ...lookup,
    accelerator: (id) => {
      const record = lookup.accelerator(id);
      return record && chips.has(id) ? { ...record, efficiencies: ownRecordId(id) } : record;
    },
    calibration: (id) => {
      // The engine asks for the same few records at every plan.
      if (!records.has(id)) records.set(id, made(id));
      return records.get(id);
    },
  };
}

const OWN = ownRecordId("");

function changedRecord(
  base: KnownCalibration,
  id: string,
  { constants }: Changed,
  title: string,
): KnownCalibration {
  const entries = Object.entries(constants);
  if (entries.length === 0) return { ...base, id };
  return {
    ...base,
    id,
    // An architecture that was set by analogy is one no more when it is known how fast it reads its memory.
    origin: "streamEfficiency" in constants ? "fitted" : base.origin,
    constants: {
      ...base.constants,
      ...Object.fromEntries(entries.map(([name, { value }]) => [name, value])),
    },
    reasons: { ...base.reasons, ...Object.fromEntries(entries.map(([name, { text }]) => [name, text])) },
    own: { title, constants: entries.map(([name]) => name), base: base.id },
  };
}

/** The records of `lookup` with the constants that a scenario's own calibration says. */
export function withOwnCalibration(lookup: Lookup, calibration: OwnCalibration | undefined): Lookup {
  if (!calibration) return lookup;
  const parts = new Map<string, Changed>();
  for (const { of, id, constant, mean, sd, runs } of calibration.constants) {
    const key = `${of} ${id}`;
    const known = parts.get(key)?.constants;
    const text = `${constant} by ${titleOf(calibration)}: × or ÷ ${decimals(Math.exp(sd), 2)}, from ${runs} ${runs === 1 ? "run" : "runs"}`;
    parts.set(key, { of, id, constants: { ...known, [constant]: { value: mean, text } } });
  }
  return withConstants(lookup, [...parts.values()], titleOf(calibration));
}

/** "“Our rack” of 2026-11-29". */
export const titleOf = ({ name, asOf }: Pick<OwnCalibration, "name" | "asOf">): string =>
  `“${name}” of ${asOf}`;
