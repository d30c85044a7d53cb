import "server-only";
import { source } from "@/lib/catalog";
import type { Source } from "@/lib/catalog/schema";

/** The sources that a record's figures name, wherever in it they stand, each once. */
export function sourcesOf(...records: unknown[]): Source[] {
  const ids = new Set<string>();
  const pending: unknown[] = [...records];
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value !== "object" || value === null) continue;
    for (const [key, member] of Object.entries(value)) {
      if (/^source$|Source$/.test(key) && typeof member === "string") ids.add(member);
      else pending.push(member);
    }
  }
  return [...ids].map(source).filter((found) => found !== undefined);
}
