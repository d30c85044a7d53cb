/** An object as a JSON file holds it. */
export type Json = Record<string, unknown>;

/** The JSON of a text; undefined where it is none, or its first sign says that it cannot be. */
export function jsonOf(text: string): unknown {
  if (!/^\s*[[{]/.test(text.slice(0, 64))) return undefined;
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined; // cut off or another language: no shape will match
  }
}

/** The value as an object, an empty one where it is none. */
export const object = (value: unknown): Json =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : {};

/** The value as a list, an empty one where it is none. */
export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The value as text, empty where it is none. */
export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
