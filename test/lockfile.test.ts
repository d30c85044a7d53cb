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

/**
 * Below these a weakness is published. Those looked up on 2026-11-29: next and react, the thirteen advisories of 2026-05-07;
 * the MCP SDK, GHSA-345p-7cg4-v4c7 (an answer for another client); hono, CVE-2026-47673 to 47676; path-to-regexp,
 * CVE-2026-4926; esbuild, GHSA-gv7w-rqvm-qjhr. The others' date from 2025 and before.
 */
const LEAST: Record<string, string> = {
  next: "16.2.6",
  react: "19.2.6",
  "react-dom": "19.2.6",
  "@modelcontextprotocol/sdk": "1.26.0",
  hono: "4.12.21",
  "path-to-regexp": "8.4.0",
  esbuild: "0.28.1",
  postcss: "8.4.31",
  nanoid: "3.3.8",
  pg: "8.11.0",
  papaparse: "5.2.0",
  mathjs: "7.5.1",
  vite: "6.2.7",
  vitest: "3.0.5",
  "brace-expansion": "2.0.2",
  "body-parser": "1.20.3",
  express: "4.20.0",
  qs: "6.9.7",
  "cross-spawn": "7.0.5",
  "form-data": "4.0.4",
};

const parts = (version: string) => (/^\d+\.\d+\.\d+/.exec(version)?.[0] ?? "0.0.0").split(".").map(Number);

const isBelow = (version: string, least: string): boolean => {
  const [found, wanted] = [parts(version), parts(least)];
  const at = found.findIndex((part, index) => part !== wanted[index]);
  return at >= 0 && (found[at] ?? 0) < (wanted[at] ?? 0);
};

it("holds no package below its least safe version, wherever in the tree it is", () => {
  const installed = entries.map(([path, { version = "" }]) => ({
    name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
    version,
  }));
  const unsafe = installed.filter(({ name, version }) => LEAST[name] && isBelow(version, LEAST[name]));
  expect(unsafe).toEqual([]);
  expect(installed.filter(({ name }) => LEAST[name]).length).toBeGreaterThan(10);
  expect([isBelow("15.2.2", "15.2.3"), isBelow("16.0.0", "15.2.3"), isBelow("15.2.3", "15.2.3")]).toEqual([
    true,
    false,
    false,
  ]);
});
