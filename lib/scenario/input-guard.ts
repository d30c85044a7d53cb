import type { FieldError } from "./field-error";

// A scenario is four levels deep and holds some sixty values, with a model of its own eight and some hundreds; these
// leave room and stop a hostile body early.
const MAX_DEPTH = 9;
const MAX_VALUES = 6000;
const MAX_TEXT = 1000;
const FORBIDDEN = new Set(["__proto__", "constructor", "prototype"]);

/** Refuses input that no scenario looks like, before the schema walks it: too deep, too large, prototype keys. */
export function refuseHostile(input: unknown): FieldError | undefined {
  const pending: { value: unknown; path: string[] }[] = [{ value: input, path: [] }];
  for (let seen = 0; seen < pending.length; seen++) {
    const { value, path } = pending[seen] ?? { value: undefined, path: [] };
    const refuse = (message: string) => ({ path: path.map((key) => key.slice(0, 80)).join("."), message });
    if (typeof value === "string" && value.length > MAX_TEXT)
      return refuse(`longer than ${MAX_TEXT} characters`);
    if (typeof value !== "object" || value === null) continue;
    if (path.length >= MAX_DEPTH) return refuse(`nested deeper than ${MAX_DEPTH} levels`);
    const keys = Object.keys(value);
    if (pending.length + keys.length > MAX_VALUES) return refuse(`more than ${MAX_VALUES} values`);
    const forbidden = keys.find((key) => FORBIDDEN.has(key));
    if (forbidden !== undefined) return refuse(`"${forbidden}" is not a field`);
    for (const key of keys) pending.push({ value: Reflect.get(value, key), path: [...path, key] });
  }
  return undefined;
}
