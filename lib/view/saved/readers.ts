/**
 * Readers of one value of a stored document: each takes anything and gives what it is, or undefined. None throws,
 * because what an earlier version of the planner stored must never break the page that shows it.
 */
export type Reader<T> = (value: unknown) => T | undefined;

type Members = Readonly<Record<string, unknown>>;

export const members: Reader<Members> = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Members) : undefined;

/** The value of an own member; nothing of what every object inherits. */
export const member = (value: unknown, key: string): unknown => {
  const known = members(value);
  return known && Object.hasOwn(known, key) ? known[key] : undefined;
};

/** Beyond this no quantity lies, in any unit, and a product or a quotient of two such numbers is still a number. */
const FAR = 1e100;

/** A number that can be counted with: what is shown of a plan is made from sums, products and quotients of them. */
export const finite: Reader<number> = (value) => {
  if (typeof value !== "number" || !(Math.abs(value) <= FAR)) return undefined;
  return value === 0 || Math.abs(value) >= 1 / FAR ? value : undefined;
};

/** Text that is not empty. */
export const text: Reader<string> = (value) =>
  typeof value === "string" && value !== "" ? value : undefined;

/** One of a few words. They are the keys of a table, so that a type's new word cannot be forgotten here. */
export const oneOf =
  <T extends string>(words: Readonly<Record<T, true>>): Reader<T> =>
  (value) =>
    typeof value === "string" && Object.hasOwn(words, value) ? (value as T) : undefined;

/** The items that can be read, in their order; none where there is no list. */
export const listOf =
  <T>(reader: Reader<T>) =>
  (value: unknown): T[] =>
    Array.isArray(value) ? value.map(reader).filter((item) => item !== undefined) : [];

/** The members that can be read, by name; none where there is no object. */
export function recordOf<T>(reader: Reader<T>) {
  return (value: unknown): Record<string, T> => {
    const read = Object.entries(members(value) ?? {}).flatMap(([key, item]) => {
      const known = reader(item);
      return known === undefined || key === "__proto__" ? [] : [[key, known] as const];
    });
    return Object.fromEntries(read);
  };
}

/** An object with all of these members, each as its reader takes it; undefined as soon as one cannot be read. */
export function all<T extends object>(readers: { [K in keyof T]-?: Reader<T[K]> }): Reader<T> {
  return (value) => {
    const known: Partial<T> = {};
    for (const key of Object.keys(readers) as (keyof T & string)[]) {
      const item = readers[key](member(value, key));
      if (item === undefined) return undefined;
      known[key] = item;
    }
    return known as T;
  };
}
