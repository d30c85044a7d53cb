import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { createVitest, type TestModule, type TestSpecification } from "vitest/node";
import { type Bug, listedBugs, testsFor } from "@/test/mutations/bugs";

/**
 * Applies bugs one at a time, as a file is loaded and never on disk, and asks the unit tests that relate to notice.
 * Prints a line per bug and a table; fails when one survives or fits its file no more.
 * npm run mutate:code                          the bugs of test/mutations/bugs.toml
 * npm run mutate:code -- energy                those whose area or name says so
 */
const ROOT = join(import.meta.dirname, "..");
const [wanted = ""] = process.argv.slice(2);
const bugs = listedBugs().filter(({ area, name }) => `${area}: ${name}`.includes(wanted));

/** Longest that tests may run: a bug may make a loop endless. */
const PATIENCE = 240_000;

/** The bug that is in the code at the moment. */
let present: Bug | undefined;
const open = () =>
  createVitest(
    "test",
    {
      root: ROOT,
      watch: false,
      bail: 1,
      maxWorkers: 1,
      reporters: [{}],
      setupFiles: ["test/mutations/same-samples.ts"],
    },
    {
      logLevel: "silent",
      plugins: [
        {
          name: "mutation",
          enforce: "pre",
          transform: (_, id) => (id === present?.file ? present.code : undefined),
        },
      ],
    },
  );

let vitest = await open();

/** Ends the workers, which are this process's only children. Where the system does not list them a person has to. */
function endWorkers(): void {
  const list = `/proc/${process.pid}/task/${process.pid}/children`;
  if (!existsSync(list)) return;
  for (const pid of readFileSync(list, "utf8").trim().split(" ")) process.kill(Number(pid), "SIGKILL");
}

/** The first test that fails, or what failed to load; undefined where all pass. */
const nameOf = (module: TestModule): string =>
  [...module.children.allTests("failed")][0]?.fullName ?? relative(ROOT, module.moduleId);

async function fail(tests: readonly TestSpecification[]): Promise<string | undefined> {
  const late = setTimeout(endWorkers, PATIENCE);
  const { testModules } = await vitest.runTestSpecifications([...tests]);
  clearTimeout(late);
  const [failed] = testModules.filter((module) => !module.ok());
  // After a run that was cut short a new one begins with what was left of it.
  if (failed) {
    await vitest.close();
    vitest = await open();
  }
  return failed && nameOf(failed);
}

/** The test that fails with the code of a file as it is or with a bug in it. */
async function killerOf(file: string, bug?: Bug): Promise<string | undefined> {
  const { quick, all } = testsFor(file);
  const first = await vitest.globTestSpecifications(quick);
  const rest = (await vitest.globTestSpecifications(all)).filter(
    ({ moduleId }) => !first.some((each) => each.moduleId === moduleId),
  );
  present = bug;
  vitest.invalidateFile(file);
  const failed = (first.length > 0 ? await fail(first) : undefined) ?? (await fail(rest));
  present = undefined;
  vitest.invalidateFile(file);
  return failed;
}

const [some] = bugs;
const broken = some && (await killerOf(some.file));
if (broken) throw new Error(`without any bug this fails: ${broken}`);

type Fate = "killed" | "survived" | "stale";
const fates: { area: string; fate: Fate }[] = [];
for (const bug of bugs) {
  const killer = bug.code === undefined ? undefined : await killerOf(bug.file, bug);
  const fate = bug.code === undefined ? "stale" : killer ? "killed" : "survived";
  fates.push({ area: bug.area, fate });
  console.log(`${fate.padEnd(9)} ${bug.area}: ${bug.name}${killer ? ` (${killer})` : ""}`);
}
await vitest.close();

const count = (area: string | undefined, fate?: Fate) =>
  fates.filter((each) => (!area || each.area === area) && (!fate || each.fate === fate)).length;
const line = (name: string, area?: string) =>
  console.log(`| ${name} | ${count(area)} | ${count(area, "killed")} | ${count(area, "survived")} |`);
console.log("\n| area | bugs | killed | survived |\n|---|---|---|---|");
for (const area of new Set(fates.map((each) => each.area))) line(area, area);
line("**all**");
// A failing run of the tests sets it too.
process.exitCode = count(undefined, "killed") === fates.length ? 0 : 1;
