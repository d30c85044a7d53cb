/**
 * A copy of `target` with the value at a dotted path ("options.0.tp") replaced; `undefined` removes the
 * key. Nothing off the path is copied. Throws where the path leads through something that is no object.
 */
export function setIn<T>(target: T, path: string, value: unknown): T {
  const [key = "", ...rest] = path.split(".");
  if (typeof target !== "object" || target === null) throw new Error(`setIn: nothing to set at "${path}"`);
  const copy = (Array.isArray(target) ? [...target] : { ...target }) as Record<string, unknown>;
  const next = rest.length === 0 ? value : setIn(copy[key], rest.join("."), value);
  if (next === undefined) delete copy[key];
  else copy[key] = next;
  return copy as T;
}

/** The value at a dotted path; undefined where the path ends early. */
export function getIn(target: unknown, path: string): unknown {
  let value: unknown = target;
  for (const key of path.split(".")) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}
