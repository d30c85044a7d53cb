import { type Infeasible, refuse } from "./verdict";

/** A plan whose numbers are too far out for arithmetic: no figure of it can be trusted, whichever broke first. */
export const incomputable = (what: string): Infeasible =>
  refuse("unknown", `${what} cannot be computed: an input is too large or too small for it`);

/** The way to the first number inside a value that is not finite ("operators 3 time"); undefined where there is none. */
export function notFinite(value: unknown): string | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? undefined : "";
  if (typeof value !== "object" || value === null) return undefined;
  if (Array.isArray(value)) return notFiniteAmong(value);
  // Lists of pairs would be made and thrown away for a thousand numbers of each option.
  for (const key in value) {
    const inside = notFinite((value as Readonly<Record<string, unknown>>)[key]);
    if (inside !== undefined) return inside === "" ? key : `${key} ${inside}`;
  }
  return undefined;
}

function notFiniteAmong(values: readonly unknown[]): string | undefined {
  for (let index = 0; index < values.length; index++) {
    const inside = notFinite(values[index]);
    if (inside !== undefined) return inside === "" ? String(index) : `${index} ${inside}`;
  }
  return undefined;
}
