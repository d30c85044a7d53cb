import { expect, it } from "vitest";
import { catalog } from "@/lib/catalog";
import type { Catalog } from "@/lib/catalog/catalog";
import type { Rule } from "@/lib/catalog/lint";

/** The rule holds over data/, and finds each of the broken catalogs at the file and field given. */
export function holds(rule: Rule, broken: [what: string, breakIt: (copy: Catalog) => void, found: RegExp][]) {
  it(`${rule.name}: holds over data/`, () => {
    expect(rule.check(catalog())).toEqual([]);
  });

  it.each(broken)(`${rule.name}: finds %s`, (_, breakIt, found) => {
    const copy = structuredClone(catalog());
    breakIt(copy);
    const lines = rule.check(copy).map(({ file, field, message }) => `${file}: ${field}: ${message}`);
    expect(lines.join("\n")).toMatch(found);
  });
}

/** The record of a list that a test breaks. */
export function pick<T extends { id: string }>(records: T[], id: string): T {
  const found = records.find((record) => record.id === id);
  if (!found) throw new Error(`no record ${id}`);
  return found;
}
