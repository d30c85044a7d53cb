import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative } from "node:path";
import { parseSync } from "vite";
import { expect, it } from "vitest";

type Rule = { room: string; types?: boolean };

const on = (...rooms: string[]): Rule[] => rooms.map((room) => ({ room }));
const typesOf = (...rooms: string[]): Rule[] => rooms.map((room) => ({ room, types: true }));

/** Which rooms a room may import from; `types` means by `import type` alone. app may import everything. */
const ROOMS: Record<string, { rooms: Rule[]; packages: RegExp }> = {
  units: { rooms: [], packages: /^mathjs(\/number)?$/ },
  csv: { rooms: [], packages: /^papaparse$/ },
  formula: { rooms: on("units"), packages: /^mathjs(\/number)?$/ },
  engine: { rooms: [...on("units", "formula"), ...typesOf("catalog", "scenario")], packages: /^$/ },
  catalog: { rooms: on("csv", "units"), packages: /^(zod|smol-toml|server-only|node:crypto)/ },
  scenario: { rooms: [...on("units"), ...typesOf("catalog")], packages: /^zod/ },
  money: { rooms: [...on("units", "formula", "engine"), ...typesOf("catalog", "scenario")], packages: /^$/ },
  claims: {
    rooms: on("engine", "formula", "units", "scenario", "view"),
    packages: /^zod$/,
  },
  view: {
    rooms: [
      ...on("claims", "engine", "formula", "units", "scenario", "accuracy", "measure", "money"),
      ...typesOf("catalog"),
    ],
    packages: /^$/,
  },
  export: { rooms: on("engine", "formula", "money", "units", "scenario", "view"), packages: /^hucre/ },
  db: {
    rooms: typesOf("scenario"),
    packages:
      /^(node:|server-only$|@prisma\/|pg$|@electric-sql\/pglite|pglite-prisma-adapter$|rate-limiter-flexible$)/,
  },
  accuracy: {
    rooms: [...on("csv", "engine", "units"), ...typesOf("scenario", "catalog")],
    packages: /^zod$/,
  },
  measure: {
    rooms: [...on("accuracy", "csv", "engine", "units"), ...typesOf("scenario", "catalog")],
    packages: /^zod$/,
  },
  http: {
    rooms: [],
    packages:
      /^(node:(http|fs|net|path|os|async_hooks|crypto|util|perf_hooks|timers\/promises)|pino|rate-limiter-flexible)$/,
  },
  components: {
    rooms: [
      ...on("claims", "csv", "view", "export", "measure", "money", "engine", "scenario", "formula", "units"),
      ...typesOf("catalog"),
    ],
    packages: /^(react|next\/|@base-ui\/|@tanstack\/|recharts|@fontsource|papaparse$|uqr$)/,
  },
};

/** The only files that may read the file system in the catalog, or open the database's doors in app. */
const CATALOG_READERS = /^lib\/catalog\/load(\.ts$|\/)/;

/** Parts of the catalog that touch no file: a scenario is checked by the schemas, and models are imported in a browser. */
const PURE_CATALOG =
  /^lib\/catalog\/(schema|comparable-offers|custom-id|count\/|import(\/|$)|snapshots(\/|$))/;
const PURE_READERS = new Set(["scenario", "components", "view"]);

/** Plain tables and functions of the scenario without its schema: the engine makes plans, says defaults and applies repairs by them. */
const PURE_SCENARIO = /^lib\/scenario\/(fields|fitted-constants|knobs|offer|option-fields|patch|plan)$/;
const PURE_SCENARIO_READERS = new Set(["engine", "accuracy", "measure", "money"]);

/** The option lists of tools are read by those who write their commands: no page of the catalog shows them. */
const isToolRecord = (from: string, target: string) =>
  from === "measure" && /^data\/tools\/[\w-]+\.json$/.test(target);

interface Import {
  file: string;
  target: string;
  typeOnly: boolean;
}

const sourceFiles = (folder: string) => filesIn(folder, /\.(ts|tsx|mjs)$/);

/** The files of a folder whose name fits, without generated code. */
function filesIn(folder: string, name: RegExp): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith("lib/db/generated/"));
}

function importsOf(file: string): Import[] {
  const { module, errors } = parseSync(file, readFileSync(file, "utf8"));
  if (errors[0]) throw new Error(`${file}: ${errors[0].message}`);
  const found: Import[] = [];
  for (const { moduleRequest, entries } of module.staticImports) {
    const typeOnly = entries.length > 0 && entries.every((entry) => entry.isType);
    found.push({ file, target: resolve(file, moduleRequest.value), typeOnly });
  }
  for (const { entries } of module.staticExports) {
    for (const { moduleRequest, isType } of entries) {
      if (moduleRequest) found.push({ file, target: resolve(file, moduleRequest.value), typeOnly: isType });
    }
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const text = readFileSync(file, "utf8").slice(moduleRequest.start, moduleRequest.end);
    found.push({ file, target: resolve(file, text.replace(/["'`]/g, "")), typeOnly: false });
  }
  return found;
}

/** A path from the repository's root for our own modules, the package's name for others. */
function resolve(file: string, request: string): string {
  if (request.startsWith("@/")) return normalize(request.slice(2));
  return request.startsWith(".") ? relative(".", join(dirname(file), request)) : request;
}

function roomOf(path: string): string | null {
  const [top = "", second = ""] = path.split("/");
  if (top === "lib") return second.replace(/\.tsx?$/, "");
  return top === "components" || top === "app" || top === "data" || top === "test" || top === "scripts"
    ? top
    : null;
}

function verdict({ file, target, typeOnly }: Import): string | null {
  const from = roomOf(file) ?? "";
  const to = roomOf(target);
  const complaint = `${file} imports ${target}`;
  if (to === "data" && isToolRecord(from, target)) return null;
  if (to === "test" || to === "scripts" || (to === "data" && from !== "catalog")) return complaint;
  if (from === "app" || to === from) return null;
  const allowed = ROOMS[from];
  if (!allowed) return `${file} lies in no room that the table knows`;
  if (to === null) {
    const reader = CATALOG_READERS.test(file) && /^node:(fs|path|url)/.test(target);
    return reader || typeOnly || allowed.packages.test(target) ? null : complaint;
  }
  const rule = allowed.rooms.find(({ room }) => room === to);
  if (from === "components" && CATALOG_READERS.test(`${target}.ts`)) return complaint;
  if (PURE_SCENARIO_READERS.has(from) && PURE_SCENARIO.test(target)) return null;
  // What a layer keeps is counted once, for the page of a model and for the engine.
  if (from === "engine" && target === "lib/catalog/count/cache") return null;
  if (PURE_READERS.has(from) && to === "catalog" && PURE_CATALOG.test(target)) return null;
  return rule && (!rule.types || typeOnly) ? null : complaint;
}

const imports = ["lib", "components", "app"].flatMap(sourceFiles).flatMap(importsOf);

it("keeps every room to the imports that the design's table allows", () => {
  expect(imports.length).toBeGreaterThan(20);
  expect(imports.map(verdict).filter(Boolean)).toEqual([]);
});

/** The most lines that a file of code, style or tests may have before it is divided by what it says. */
const MOST_LINES = 300;

it("keeps every file short enough to be read in one go", () => {
  const files = ["app", "components", "lib", "scripts", "test"]
    .flatMap((folder) => filesIn(folder, /\.(ts|tsx|mjs|css)$/))
    .concat(readdirSync(".").filter((file) => /\.(ts|js|mjs)$/.test(file)));
  expect(files).toContain("lib/scenario/fields.ts");
  const long = files
    .map((file) => ({ file, lines: readFileSync(file, "utf8").trimEnd().split("\n").length }))
    .filter(({ lines }) => lines > MOST_LINES);
  expect(long).toEqual([]);
});

/** The files that a file needs before it runs: imports of types alone are gone by then. */
function needs(): Map<string, string[]> {
  const files = new Set(imports.map(({ file }) => file));
  const fileOf = (target: string) =>
    [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`].find((path) => files.has(path));
  const found = new Map<string, string[]>();
  for (const { file, target, typeOnly } of imports) {
    const needed = typeOnly ? undefined : fileOf(target);
    if (needed) found.set(file, [...(found.get(file) ?? []), needed]);
  }
  return found;
}

/** A way from a file back to itself for every circle of imports, as "a > b > a". */
function circles(needed: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const path: string[] = [];
  const found: string[] = [];
  const visit = (file: string) => {
    const open = path.indexOf(file);
    if (open >= 0) found.push([...path.slice(open), file].join(" > "));
    if (open >= 0 || done.has(file)) return;
    path.push(file);
    needed.get(file)?.forEach(visit);
    path.pop();
    done.add(file);
  };
  [...needed.keys()].forEach(visit);
  return found;
}

it("has no imports in a circle, which end in a ReferenceError for whoever comes first", () => {
  expect(circles(needs())).toEqual([]);
  expect(
    circles(
      new Map([
        ["a", ["b"]],
        ["b", ["c"]],
        ["c", ["b"]],
      ]),
    ),
  ).toEqual(["b > c > b"]);
});

it("refuses what the table forbids", () => {
  const forbidden: Import[] = [
    { file: "lib/units/parse.ts", target: "lib/formula/formula", typeOnly: true },
    { file: "lib/engine/estimate.ts", target: "lib/catalog/index", typeOnly: false },
    { file: "lib/measure/own.ts", target: "data/formats/fp8.toml", typeOnly: false },
    { file: "components/prove/prove-tab.tsx", target: "data/tools/aiperf.json", typeOnly: false },
    { file: "lib/engine/estimate.ts", target: "zod", typeOnly: false },
    { file: "lib/catalog/index.ts", target: "node:fs", typeOnly: false },
    { file: "components/planner/x.tsx", target: "lib/db/scenarios", typeOnly: true },
    { file: "components/planner/x.tsx", target: "lib/catalog/index", typeOnly: false },
    { file: "lib/scenario/x.ts", target: "lib/catalog/load", typeOnly: false },
    { file: "lib/view/compare.ts", target: "react", typeOnly: false },
    { file: "lib/http/problem.ts", target: "lib/scenario/schema", typeOnly: false },
    { file: "app/page.tsx", target: "test/db/databases", typeOnly: false },
  ];
  for (const one of forbidden) expect(verdict(one), JSON.stringify(one)).not.toBeNull();
});

it("lets a module of formulas read only from those above it in the order that quantities.ts states", () => {
  const home = "lib/engine/quantities.ts";
  const stated = /export const modules = \{([^}]*)\}/.exec(readFileSync(home, "utf8"))?.[1] ?? "";
  const order = [...stated.matchAll(/\w+/g)].map(([name]) => name);
  const place = (path: string) => {
    const module = /^lib\/engine\/(?:formulas|ops)\/([\w-]+)(?:\.ts)?$/.exec(path)?.[1];
    return module === undefined ? -1 : order.indexOf(module);
  };
  const modules = sourceFiles("lib/engine/formulas").concat(sourceFiles("lib/engine/ops"));
  expect(modules.filter((file) => place(file) < 0)).toEqual([]);
  const backwards = imports
    .filter(({ file, target, typeOnly }) => !typeOnly && place(file) >= 0 && place(target) >= place(file))
    .map(
      ({ file, target }) => `${file} reads ${target}, which comes after it: move what it reads further up`,
    );
  expect(backwards).toEqual([]);
});

it("says in one place what a mixture of experts is", () => {
  const asks = /\.some\(\(\{ ffn \}\) => ffn\.kind === "moe"\)/;
  const homes = ["lib", "components", "app"]
    .flatMap(sourceFiles)
    .filter((file) => asks.test(readFileSync(file, "utf8")));
  expect(homes).toEqual(["lib/engine/mixture.ts"]);
});
