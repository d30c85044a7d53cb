import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { parseSync } from "vite";
import { expect, it } from "vitest";

type Declared = { id?: { name: string }; declarations?: { id: { name?: string } }[] };

/** Names that a module declares and exports; what it passes on from another is the same thing under the same name. */
function exported(path: string): string[] {
  const { program } = parseSync(path, readFileSync(path, "utf8"));
  return program.body.flatMap((statement) => {
    if (statement.type !== "ExportNamedDeclaration" || !statement.declaration) return [];
    const { id, declarations = [] } = statement.declaration as unknown as Declared;
    return [id?.name, ...declarations.map((each) => each.id.name)].flatMap((name) => name ?? []);
  });
}

/**
 * Words that two rooms use in senses of their own, and that neither would rename: each is read inside its room alone.
 * A new double is renamed instead of listed.
 */
const SENSES: ReadonlySet<string> = new Set([
  "Asked", // a question to an input, and what the nearest measurement is asked for
  "Column", // of a table, and of the machine's memory
  "Entry", // of the method page, and of a schedule
  "Family", // of configurations, and of architectures
  "FieldError", // of a form, and of a problem's answer
  "Place", // where machines stand, and a step and row of an image
  "Refusal", // of a unit's text, and of a price list
  "Rule", // of an importer, and of the lint
  "Traffic", // of a scenario, and of one replica
  "calibrated", // an origin, and a rule of the lint
  "fixed", // an origin, and digits
  "offerSchema", // of a provider's file, and of one that a person adds
  "text",
]);

it("gives an exported name of lib one meaning", () => {
  const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "lib"], {
    encoding: "utf8",
  })
    .split("\n")
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path));
  expect(files.length).toBeGreaterThan(300);
  const homes = new Map<string, string[]>();
  for (const path of files)
    for (const name of new Set(exported(path))) homes.set(name, [...(homes.get(name) ?? []), path]);
  const doubles = [...homes].filter(([name, paths]) => paths.length > 1 && !SENSES.has(name));
  expect(doubles.map(([name, paths]) => `${name}: ${paths.join(", ")}`)).toEqual([]);
  const single = [...SENSES].filter((name) => (homes.get(name)?.length ?? 0) < 2);
  expect(single, "no longer double").toEqual([]);
});
