/** Control characters, half characters, and marks that turn the reading direction around. */
const UNFIT = String.raw`\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069`;

/** What the name of a plan, or of an accelerator of one's own, must match. */
export const FIT_FOR_NAME = new RegExp(`^[^${UNFIT}]*$`, "u");

/** The way to the first text inside a record that holds such characters; undefined where all are fit to be shown. */
export function unfitText(value: unknown): string[] | undefined {
  if (typeof value === "string") return FIT_FOR_NAME.test(value) ? undefined : [];
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, item] of Object.entries(value)) {
    const inside = unfitText(item);
    if (inside) return [key, ...inside];
  }
  return undefined;
}

const EACH_UNFIT = new RegExp(`[${UNFIT}]`, "gu");

/**
 * A name as typed or pasted without what no name may hold. Nobody sees those marks, and some programs put them around
 * what they copy: a message about them would only puzzle.
 */
export const cleanName = (typed: string): string => typed.replace(EACH_UNFIT, "");

/** A record with every text in it cleaned like a name: an imported file may hold anything. */
export function cleanTexts<T>(value: T): T {
  if (typeof value === "string") return cleanName(value) as T;
  if (Array.isArray(value)) return value.map(cleanTexts) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cleanTexts(item)])) as T;
}
