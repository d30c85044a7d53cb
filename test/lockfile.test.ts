import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

interface LockEntry {
  version?: string;
  resolved?: string;
  integrity?: string;
  optionalDependencies?: Record<string, string>;
}

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Record<string, LockEntry> };
const entries = Object.entries(lock.packages).filter(([path]) => path !== "");

/** Where Node would find a dependency of the package at this path: the nearest node_modules upwards. */
function resolve(path: string, dependency: string): LockEntry | undefined {
  for (let folder = path; ; folder = folder.slice(0, Math.max(folder.lastIndexOf("/node_modules/"), 0))) {
    const entry = lock.packages[`${folder ? `${folder}/` : ""}node_modules/${dependency}`];
    if (entry || folder === "") return entry;
  }
}

it("holds the native package of every platform", () => {
  // npm leaves a platform's package out in silence when the registry lacks it, and `npm ci` then fails there.
  const missing = entries.flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {})
      .filter((dependency) => !resolve(path, dependency))
      .map((dependency) => `${path} -> ${dependency}`),
  );
  expect(missing).toEqual([]);
});

it.each([
  ["next", "@next/swc-"],
  ["@tailwindcss/oxide", "@tailwindcss/oxide-"],
  ["@biomejs/biome", "@biomejs/cli-"],
])("holds %s for macOS, Linux and Windows", (name, prefix) => {
  const platforms = Object.keys(lock.packages[`node_modules/${name}`]?.optionalDependencies ?? {});
  for (const platform of ["darwin-arm64", "darwin-x64", "linux-arm64", "linux-x64", "win32-x64"]) {
    expect(
      platforms.some((dependency) => dependency.startsWith(`${prefix}${platform}`)),
      platform,
    ).toBe(true);
  }
});

it("names no registry and has a checksum for every package", () => {
  for (const [path, { resolved, integrity }] of entries) {
    expect(resolved, path).toBeUndefined();
    expect(integrity, path).toMatch(/^sha512-/);
  }
});
