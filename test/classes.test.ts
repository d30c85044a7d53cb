import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { __unstable__loadDesignSystem as loadDesignSystem } from "tailwindcss";
import { expect, it } from "vitest";

const SHEETS = ["app/globals.css", "app/controls.css", "app/restoring.css"];
/** Names that are looked for and give nothing a look themselves. */
const MARKS = /^(group|peer)(\/[\w-]+)?$/;

const styled = new Set(
  SHEETS.flatMap((sheet) => readFileSync(sheet, "utf8").match(/\.[a-z][\w-]*/g) ?? []).map((name) =>
    name.slice(1),
  ),
);

/** What a page's elements are classed as, wherever that is written as a text: alone, or as a part of a template. */
function classesIn(source: string): string[] {
  const said = [...source.matchAll(/className=(?:"([^"]*)"|\{`([^`]*)`\})/g)];
  return said
    .flatMap(([, plain, template]) => {
      if (plain !== undefined) return [plain];
      const text = template ?? "";
      const choices = [...text.matchAll(/\$\{[^}]*\}/g)].flatMap(([hole]) => [
        ...hole.matchAll(/[?:] "([^"]*)"/g),
      ]);
      // What touches a hole is half a name.
      return [text.replace(/\S*\$\{[^}]*\}\S*/g, " "), ...choices.map(([, choice]) => choice ?? "")];
    })
    .flatMap((names) => names.split(/\s+/).filter(Boolean));
}

it("knows every class that an element is given: one without a rule changes nothing and says nothing", async () => {
  const system = await loadDesignSystem(readFileSync("app/globals.css", "utf8"), {
    base: "app",
    loadStylesheet: async (id, base) => {
      const path = id === "tailwindcss" ? "node_modules/tailwindcss/index.css" : join(base, id);
      return { path, base: dirname(path), content: readFileSync(path, "utf8") };
    },
  });
  const files = execFileSync(
    "git",
    ["ls-files", "--cached", "--others", "--exclude-standard", "app", "components"],
    {
      encoding: "utf8",
    },
  )
    .split("\n")
    .filter((path) => path.endsWith(".tsx"));
  const used = new Map(
    files.flatMap((path) => classesIn(readFileSync(path, "utf8")).map((name) => [name, path])),
  );
  const names = [...used.keys()].filter((name) => !styled.has(name) && !MARKS.test(name));
  const rules = system.candidatesToCss(names);
  const unknown = names.filter((_, place) => rules[place] === null);
  expect(names.length, "classes found in the sources").toBeGreaterThan(500);
  expect(Object.fromEntries(unknown.map((name) => [name, used.get(name)]))).toEqual({});
});
