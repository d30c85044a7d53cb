/** A value of a result: where it stands, and what it is of, which is the same for every option, row and month. */
export interface Leaf {
  readonly part: string;
  readonly path: string;
  readonly of: string;
  readonly value: number;
}

/** Words that are an answer; others are only how one is said. */
const ANSWERS = new Set([
  "keeps",
  "holds",
  "code",
  "severity",
  "bound",
  "binding",
  "of",
  "at",
  "kind",
  "pinned",
]);

/** Every number, yes or no, and word that is an answer, of one part of a result; `index` is the option's that has it. */
export function leavesOf(part: string, result: unknown, index = 0): Leaf[] {
  const found: Leaf[] = [];
  const visit = (value: unknown, path: string, of: string, key: string) => {
    if (typeof value === "number") found.push({ part, path, of, value });
    else if (typeof value === "boolean" || (typeof value === "string" && ANSWERS.has(key)))
      found.push({ part, path, of, value: shareOf(String(value)) });
    else if (typeof value === "object" && value !== null)
      for (const [name, each] of Object.entries(value))
        if (Array.isArray(value)) visit(each, `${path}.${name}`, of, key);
        else visit(each, `${path}.${name}`, `${of}.${name}`, name);
  };
  visit(result, `${part}.${index}`, part, part);
  return found;
}

/** Below it a number counts as none: what subtraction leaves. */
const NOTHING = 1e-14;

/**
 * One number for all leaves of a part, instead of thousands: their logarithms, each taken by its place as often as no other,
 * so that two that change places are noticed too. It moves by a billionth of itself when one leaf moves by some
 * hundred-thousandths, or by more; the last digits, in which processors differ, do not.
 */
export function sums(leaves: readonly Leaf[]): Record<string, number> {
  const total: Record<string, number> = {};
  for (const { part, path, value } of leaves) {
    const size = Number.isFinite(value) ? Math.log(Math.abs(value) + NOTHING) + (value < 0 ? 1 : 0) : 1000;
    total[`sum of ${part}`] = (total[`sum of ${part}`] ?? 0) + (1 + shareOf(path)) * size;
  }
  return total;
}

/** A text as a number from zero to one (FNV-1a). */
function shareOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0) / 2 ** 32;
}
