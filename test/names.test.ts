import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
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

/** Names that stood for two things once, and for which one room is enough. */
const SINGLE: ReadonlySet<string> = new Set([
  "Layout",
  "Origin",
  "Range",
  "SavedPlan",
  "catalogLookup",
  "originOf",
  "planAddress",
  "priceOf",
  "priceOrigin",
  "readFilter",
]);

/** Words that a room uses in two senses, each far from the other. A new double is renamed instead of listed. */
const SENSES: ReadonlySet<string> = new Set([
  "accuracy: Asked", // of the nearest measurement, and of a prediction
  "catalog: Rule", // of an importer, and of the lint
]);

const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "lib"], {
  encoding: "utf8",
})
  .split("\n")
  .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && existsSync(path));

/** The files that export each name, by what `under` makes of name and path. */
function homesOf(under: (name: string, path: string) => string): Map<string, string[]> {
  const homes = new Map<string, string[]>();
  for (const path of files)
    for (const name of new Set(exported(path))) {
      const key = under(name, path);
      homes.set(key, [...(homes.get(key) ?? []), path]);
    }
  return homes;
}

it("gives an exported name one meaning in a room", () => {
  expect(files.length).toBeGreaterThan(300);
  const homes = homesOf((name, path) => `${path.split("/")[1]}: ${name}`);
  const doubles = [...homes].filter(([, paths]) => paths.length > 1).map(([key]) => key);
  const told = (key: string) => `${key} in ${homes.get(key)?.join(", ")}`;
  expect(doubles.filter((key) => !SENSES.has(key)).map(told)).toEqual([]);
  expect(
    [...SENSES].filter((key) => !doubles.includes(key)),
    "no longer double",
  ).toEqual([]);
});

it("gives names that were mixed up before one meaning in all rooms", () => {
  const homes = homesOf((name) => name);
  expect([...SINGLE].filter((name) => (homes.get(name)?.length ?? 0) > 1)).toEqual([]);
});
