import { cpSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { mistakesIn } from "./mistakes";
import { switched } from "./switched";

/** One mistake of a folder of code; its number is its place in the list. */
export interface Numbered {
  readonly file: string;
  readonly name: string;
}

const LEFT_BEHIND = new Set([
  "node_modules",
  ".git",
  ".next",
  ".data",
  ".cache",
  "test-results",
  "playwright-report",
]);

/**
 * Copies the repository to a folder of its own, with every small mistake of one folder or file in it, each to be
 * chosen when the code runs. On disk, because the database's code also runs in threads and processes of its own.
 */
export function sandboxOf(root: string, path: string): { folder: string; mistakes: Numbered[] } {
  const folder = mkdtempSync(join(tmpdir(), "mistakes-"));
  cpSync(root, folder, {
    recursive: true,
    filter: (source) => !LEFT_BEHIND.has(relative(root, source)),
  });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "dir");
  const mistakes: Numbered[] = [];
  for (const file of filesOf(root, path)) {
    const code = readFileSync(join(root, file), "utf8");
    const found = mistakesIn(file, code);
    if (found.length === 0) continue;
    writeFileSync(join(folder, file), switched(code, found, mistakes.length));
    mistakes.push(...found.map(({ name }) => ({ file, name })));
  }
  return { folder, mistakes };
}

function filesOf(root: string, path: string): string[] {
  if (/\.m?ts$|\.mjs$/.test(path)) return [path];
  return readdirSync(join(root, path), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(ts|mjs)$/.test(name) && !name.endsWith(".d.mts") && !name.startsWith("generated"))
    .map((name) => join(path, name))
    .sort();
}
