import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { createVitest } from "vitest/node";
import { roomTests } from "@/test/mutations/room-tests";
import type { Answer, Task } from "@/test/mutations/runner";
import { sandboxOf } from "@/test/mutations/sandbox";

/**
 * Makes every small mistake in a folder or a file of code, one at a time, and asks the tests of its room to notice:
 * each the test files that reach it, the quick ones first. Prints those that none noticed and a table by file.
 * npm run mutate:room -- lib/view
 * npm run mutate:room -- lib/view --go-on      the rest, and those that survived, of a run over the same code and tests
 * npm run mutate:room -- lib/view --rest       the rest alone
 * npm run mutate:room -- lib/view --minutes 10 ends after so long; what was found out is kept for these two
 * npm run mutate:room -- lib/view --sample 300 --seed 2  so many of them by lot, the same for the same seed
 */
const ROOT = join(import.meta.dirname, "..");
const [path = "", ...options] = process.argv.slice(2);
const amount = (name: string): number | undefined =>
  options.includes(name) ? Number(options[options.indexOf(name) + 1]) : undefined;
const deadline = Date.now() + (amount("--minutes") ?? 600) * 60_000;

const { folder, mistakes } = sandboxOf(ROOT, path);
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
const keep = join(ROOT, ".cache", "mistakes", `${path.replaceAll("/", "-")}.jsonl`);
mkdirSync(join(keep, ".."), { recursive: true });

const goesOn = options.includes("--go-on") || options.includes("--rest");
/** The killer of a mistake by its file and name, null where it survived. */
const known = new Map<string, string | null>();
const nameOf = (number: number) => `${mistakes[number]?.file}:${mistakes[number]?.name}`;
const seen = new Map<string, number>();
const keys = mistakes.map((_, number) => {
  const name = nameOf(number);
  const before = seen.get(name) ?? 0;
  seen.set(name, before + 1);
  return before ? `${name} (${before + 1})` : name;
});
if (goesOn && existsSync(keep))
  for (const line of readFileSync(keep, "utf8").split("\n").filter(Boolean)) {
    const { key, killer } = JSON.parse(line) as { key: string; killer: string | null };
    known.set(key, killer);
  }
else writeFileSync(keep, "");

/** What tests reach, as a run over the same mistakes found out before; a failing one is left out again. */
const keepTests = keep.replace(".jsonl", ".tests.json");
type Measured = Task["tests"][number] & { readonly failed?: string | undefined };
const measured = new Map<string, Measured>();
if (goesOn && existsSync(keepTests)) {
  const kept = JSON.parse(readFileSync(keepTests, "utf8")) as { keys: string[]; tests: Measured[] };
  if (kept.keys.join() === keys.join()) for (const test of kept.tests) measured.set(test.file, test);
}

process.chdir(folder);
const answers = join(folder, "answers.jsonl");
let tests: Task["tests"] = [];
const lot = (key: string) =>
  createHash("sha256")
    .update(`${amount("--seed") ?? 1} ${key}`)
    .digest("hex");
const drawn = keys
  .map((key, number) => ({ number, lot: lot(key) }))
  .sort((a, b) => (a.lot < b.lot ? -1 : 1))
  .slice(0, amount("--sample"))
  .map(({ number }) => number);
const isLeft = (key: string) => (options.includes("--rest") ? !known.has(key) : !known.get(key));
let left = drawn.filter((number) => isLeft(keys[number] ?? ""));

async function work(): Promise<void> {
  writeFileSync(answers, "");
  const vitest = await createVitest(
    "test",
    {
      root: folder,
      watch: false,
      maxWorkers: 1,
      reporters: [{}],
      runner: "test/mutations/runner.ts",
      setupFiles: ["test/mutations/same-samples.ts"],
    },
    { logLevel: "silent" },
  );
  if (tests.length === 0)
    tests = (await vitest.globTestSpecifications(roomTests(path).map((each) => join(folder, each)))).flatMap(
      ({ moduleId: file }) => {
        const { failed, ...known } = measured.get(relative(folder, file)) ?? {};
        return failed ? [] : [{ ...known, file }];
      },
    );
  vitest.provide("mistakes", {
    files: mistakes.map(({ file }) => join(folder, file)),
    numbers: left,
    tests,
    answers,
    reached: join(folder, "reached"),
  });
  let read = 0;
  let heard = Date.now();
  /** What is being tried, and how long in ms it may take: a mistake may make a program wait for ever. */
  let begun: { number: number; within: number } | undefined;
  const hear = () => {
    const lines = readFileSync(answers, "utf8").split("\n").slice(0, -1);
    for (const line of lines.slice(read)) {
      heard = Date.now();
      const answer = JSON.parse(line) as Answer;
      if (answer.kind === "test") {
        if (answer.failed) console.error(`without any mistake this fails: ${answer.file}: ${answer.failed}`);
        const { reached, ms, work, failed } = answer;
        const file = relative(folder, answer.file);
        measured.set(file, { file, reached, ms, work, failed });
        writeFileSync(keepTests, JSON.stringify({ keys, tests: [...measured.values()] }));
        tests = tests.flatMap((each) =>
          each.file !== answer.file ? [each] : answer.failed ? [] : [{ ...each, ...answer }],
        );
      } else if (answer.kind === "begun") begun = answer;
      else decide(answer.number, answer.killer);
    }
    read = lines.length;
  };
  const decide = (number: number, killer: string | null) => {
    known.set(keys[number] ?? "", killer);
    begun = undefined;
    left = left.filter((each) => each !== number);
    appendFileSync(keep, `${JSON.stringify({ key: keys[number], killer })}\n`);
    if (!killer) console.log(`survived ${nameOf(number)}`);
  };
  const watch = setInterval(() => {
    hear();
    const late = begun !== undefined && Date.now() - heard > begun.within;
    if (late && begun) decide(begun.number, "takes too long");
    if (late || Date.now() > deadline) endWorkers();
  }, 1000);
  const [occasion] = await vitest.globTestSpecifications([join(folder, "test/mutations/mistakes.test.ts")]);
  if (!occasion) throw new Error("test/mutations/mistakes.test.ts is missing");
  await vitest.runTestSpecifications([occasion]);
  clearInterval(watch);
  hear();
  if (begun && Date.now() < deadline) decide(begun.number, "ends the program");
  await vitest.close();
}

/** Ends the workers, which are this process's only children. Where the system does not list them a person has to. */
function endWorkers(): void {
  const list = `/proc/${process.pid}/task/${process.pid}/children`;
  if (!existsSync(list)) return;
  for (const pid of readFileSync(list, "utf8").trim().split(" ")) process.kill(Number(pid), "SIGKILL");
}

while (left.length > 0 && Date.now() < deadline) {
  const before = left.length;
  await work();
  if (left.length === before && Date.now() < deadline) throw new Error("the tests did not run");
}

console.log("\n| file | mistakes | tried | noticed | survived | score |\n|---|---|---|---|---|---|");
const row = (name: string, of: (number: number) => boolean) => {
  const fates = drawn.filter(of).map((number) => known.get(keys[number] ?? ""));
  const tried = fates.filter((fate) => fate !== undefined).length;
  const killed = fates.filter(Boolean).length;
  const all = mistakes.filter((_, number) => of(number)).length;
  const share = killed / Math.max(1, tried);
  const error =
    tried < all ? ` ± ${(100 * Math.sqrt((share * (1 - share)) / Math.max(1, tried))).toFixed(1)}` : "";
  const score = tried > 0 ? `${(100 * share).toFixed(1)}${error} %` : "";
  console.log(`| ${name} | ${all} | ${tried} | ${killed} | ${tried - killed} | ${score} |`);
};
for (const file of new Set(mistakes.map((each) => each.file)))
  row(relative(path, file) || file, (number) => mistakes[number]?.file === file);
row("**all**", () => true);
process.exit(0);
