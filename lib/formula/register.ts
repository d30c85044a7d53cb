import type { Quantity } from "./quantity";

/** Three letters at most and then digits, or R and C with or without numbers: cell addresses in a spreadsheet. */
const CELL = /^([A-Za-z]{1,3}\d+|[RrCc]|[Rr]\d*[Cc]\d*)$/;
const NAME = /^[A-Za-z][A-Za-z0-9]*$/;

/**
 * Gives every quantity among the exports of the given modules its export name as id, and returns them by id.
 * Throws on a name that two modules share or that a spreadsheet would read as a cell.
 */
export function register(...modules: Record<string, unknown>[]): ReadonlyMap<string, Quantity> {
  const named = new Map<string, Quantity>();
  for (const [id, value] of modules.flatMap(inOrderOfNames)) {
    if (!isQuantity(value)) continue;
    if (CELL.test(id) || !NAME.test(id)) throw new Error(`"${id}" cannot be a name in a spreadsheet`);
    if (named.has(id)) throw new Error(`two quantities are called "${id}"`);
    if (value.id && value.id !== id) throw new Error(`"${value.id}" is exported again as "${id}"`);
    value.id = id;
    named.set(id, value);
  }
  return named;
}

/** A module's exports by name: bundlers list them in any order, and what is saved must not depend on which one ran. */
const inOrderOfNames = (module: Record<string, unknown>): [string, unknown][] =>
  Object.entries(module).sort(([a], [b]) => (a < b ? -1 : 1));

function isQuantity(value: unknown): value is Quantity {
  return (
    typeof value === "object" && value !== null && "scope" in value && "unit" in value && "label" in value
  );
}
