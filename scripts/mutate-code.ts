import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";
import type { Plugin } from "vite";
import { createVitest } from "vitest/node";
import * as z from "zod";

/**
 * Applies the bugs of test/mutations/bugs.toml one at a time, as a file is loaded and never on disk, and asks the unit
 * tests of the engine to notice. Prints a line per bug and a table; fails when one survives or fits its file no more.
 * npm run mutate:code [part of an area or a name]
 */
const ROOT = join(import.meta.dirname, "..");
/** Those that notice most in the least time, and all that relate. */
const QUICK = ["test/engine/proofs/rows.test.ts", "test/engine/wholes", "test/engine/golden.test.ts"];
const TESTS = ["test/engine", "test/catalog/default-price.test.ts"];

const text = z.string();
const bugSchema = z.strictObject({ area: text, name: text, file: text, from: text, to: text });
type Bug = z.infer<typeof bugSchema>;

const all = z
  .strictObject({ bug: z.array(bugSchema) })
  .parse(parse(readFileSync(join(ROOT, "test/mutations/bugs.toml"), "utf8"))).bug;
const [wanted = ""] = process.argv.slice(2);
const bugs = all.filter(({ area, name }) => `${area}: ${name}`.includes(wanted));

const source = (file: string) => readFileSync(join(ROOT, file), "utf8");
const fits = ({ file, from }: Bug) => source(file).split(from).length === 2;

/** The bug that is in the code at the moment. */
let present: Bug | undefined;
const mutation: Plugin = {
  name: "mutation",
  enforce: "pre",
  transform: (code, id) =>
    present && id === join(ROOT, present.file)
      ? code.replace(present.from, () => present?.to ?? "")
      : undefined,
};

const vitest = await createVitest(
  "test",
  { root: ROOT, watch: false, bail: 1, maxWorkers: 1, reporters: [{}] },
  { plugins: [mutation], logLevel: "silent" },
);
const quick = await vitest.globTestSpecifications(QUICK);
const rest = (await vitest.globTestSpecifications(TESTS)).filter(
  ({ moduleId }) => !quick.some((each) => each.moduleId === moduleId),
);

async function fail(tests: typeof rest): Promise<boolean> {
  const { testModules } = await vitest.runTestSpecifications(tests);
  return !testModules.every((module) => module.ok());
}

/** Whether a test fails, with a bug or as the code is. */
async function fails(bug?: Bug): Promise<boolean> {
  present = bug;
  if (bug) vitest.invalidateFile(join(ROOT, bug.file));
  const failed = (await fail(quick)) || (await fail(rest));
  if (bug) vitest.invalidateFile(join(ROOT, bug.file));
  return failed;
}

if (await fails()) throw new Error("the tests fail without any bug");

type Fate = "killed" | "survived" | "stale";
const fates: { area: string; fate: Fate }[] = [];
for (const bug of bugs) {
  const fate = !fits(bug) ? "stale" : (await fails(bug)) ? "killed" : "survived";
  fates.push({ area: bug.area, fate });
  console.log(`${fate.padEnd(9)} ${bug.area}: ${bug.name}`);
}

const count = (area: string | undefined, fate?: Fate) =>
  fates.filter((each) => (!area || each.area === area) && (!fate || each.fate === fate)).length;
await vitest.close();
console.log("\n| area | bugs | killed | survived |\n|---|---|---|---|");
for (const area of new Set(fates.map((each) => each.area)))
  console.log(`| ${area} | ${count(area)} | ${count(area, "killed")} | ${count(area, "survived")} |`);
console.log(
  `| **all** | ${count(undefined)} | ${count(undefined, "killed")} | ${count(undefined, "survived")} |`,
);
// A failing run of the tests sets it too.
process.exitCode = count(undefined, "killed") === fates.length ? 0 : 1;
