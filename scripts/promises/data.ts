import { execFileSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { contentHash } from "@/lib/db/canonical-json";
import { nodeProgram, ROOT } from "../setup/child.mjs";
import { chromiumCandidates, launchOptions } from "../setup/chromium.mjs";
import { completeStandalone } from "../setup/standalone.mjs";
import { Application, newFolder } from "./application";
import { ask, type Created, save, scenario } from "./client";
import { pagesOf } from "./pages";
import { type Measured, type PromiseTried, tally } from "./promise";

/** Everything that a reader gets of some plans, and whether each is what its hash says. */
async function read(url: string, plans: readonly Created[]) {
  const texts: string[] = [];
  let wrong = 0;
  for (const { viewId } of plans) {
    const { text, status } = await ask(`${url}/api/v1/scenarios/${viewId}`);
    texts.push(text);
    const saved = status === 200 ? JSON.parse(text) : {};
    const { name, state, result, engineVersion, catalogVersion } = saved;
    if (
      status !== 200 ||
      contentHash({ name, state, result, engineVersion, catalogVersion }) !== saved.contentHash
    )
      wrong++;
  }
  return { texts, wrong };
}

const script = (name: string, env: Record<string, string>, ...args: string[]): string =>
  execFileSync(process.execPath, ["scripts/run.mjs", name, ...args], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, DATABASE_URL: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });

const restored: PromiseTried = {
  group: "Data",
  promise:
    "Dump and restore, by pg_dump and by db:backup, give the same hashes; the embedded database moves to a server",
  async try({ server, database, apps, size }): Promise<Measured> {
    const plans = await Promise.all(
      Array.from({ length: size.of(100, 10) }, (_, index) => save(apps[0].url, `kept ${index}`)),
    );
    const before = await read(apps[0].url, plans);
    const folder = newFolder();
    const file = join(folder, "plans.backup");
    await server.query("CREATE DATABASE dumped");
    server.client("pg_dump", "-Fc", "-f", join(folder, "dump"), server.url(database));
    server.client("pg_restore", "--no-owner", "-d", server.url("dumped"), join(folder, "dump"));
    await server.query("CREATE DATABASE restored");
    script("db-backup", { DATABASE_URL: server.url(database) }, file);
    script("db-restore", { DATABASE_URL: server.url("restored") }, file);
    const embedded = newFolder();
    script("db-restore", { DATA_DIR: embedded }, file);
    await server.query("CREATE DATABASE moved");
    script("db-move", { DATA_DIR: embedded, DATABASE_URL: server.url("moved") });
    let same = 0;
    let wrong = before.wrong;
    for (const name of ["dumped", "restored", "moved"]) {
      const app = await Application.start({ DATABASE_URL: server.url(name) });
      const after = await read(app.url, plans);
      same += after.texts.filter((text, index) => text === before.texts[index]).length;
      wrong += after.wrong;
      await app.kill();
      await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
    }
    return {
      goal: `${plans.length} plans by each of 3 ways: the same to the last byte`,
      measured: `${same} of ${3 * plans.length} the same; ${wrong} hashes wrong`,
      holds: same === 3 * plans.length && wrong === 0,
    };
  },
};

const crawl: PromiseTried = {
  group: "Access",
  promise: "A content security policy on every answer, and no violation or console error on any page",
  async try({ apps, size }): Promise<Measured> {
    const [{ url }] = apps;
    const { viewId } = await save(url, "crawled");
    const [executable] = chromiumCandidates();
    const paths = [...pagesOf(viewId), "/nothing"];
    const files = ["/icon.svg", "/healthz", "/readyz", "/api/v1/catalog", "/api/v1/nothing", "/%ff"];
    const policies = await Promise.all([...paths, ...files].map((path) => ask(url + path)));
    const without = policies.filter(({ headers }) => !headers.has("content-security-policy")).length;
    if (!executable) return { goal: "A browser", measured: "No Chromium was found", holds: false };
    const browser = await chromium.launch(launchOptions(executable));
    const page = await browser.newPage();
    const found: string[] = [];
    await page.exposeFunction("violated", (what: string) => found.push(what));
    await page.addInitScript(() => {
      addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
        (window as unknown as { violated(what: string): void }).violated(
          `${violatedDirective} ${blockedURI}`,
        ),
      );
    });
    page.on("pageerror", ({ message }) => found.push(message));
    page.on("console", (message) => {
      // What is asked for at the last address is not there: the one error that is meant.
      if (message.type() === "error" && !message.location().url.endsWith("/nothing"))
        found.push(`${message.location().url}: ${message.text()}`);
    });
    const crawled = size.short ? paths.filter((_, index) => index % 4 === 0) : paths;
    for (const path of crawled) await page.goto(url + path, { waitUntil: "networkidle" });
    await browser.close();
    for (const each of found.slice(0, 5)) console.error(`  ${each}`);
    return {
      goal: `${policies.length} answers with a policy; ${crawled.length} pages in Chromium without a violation or an error`,
      measured: `${without} without; ${crawled.length} pages, ${found.length} violations or errors`,
      holds: without === 0 && found.length === 0,
    };
  },
};

/** Promises whose trials are tests that `npm test` runs as well: what is tried, and in which files. */
const TESTED: readonly [promise: string, group: PromiseTried["group"], files: string[]][] = [
  [
    "A power cut: every acknowledged save is on the disk, and a new database is whole",
    "Faults",
    ["db/power-cut"],
  ],
  ["A full disk: the server answers 507 and goes on", "Faults", ["db/full-disk"]],
  ["Two processes on one folder, across containers too: the second is refused", "Faults", ["db/folder-lock"]],
  ["Half-sent heads and bodies are bounded in time and number", "Faults", ["http/door", "http/stopping"]],
  [
    "Hostile fragments and unit texts",
    "Bad input",
    ["scenario/url", "scenario/ends", "hostile/linear-readers", "units/parse-quantity"],
  ],
  ["All outputs are finite", "Bad input", ["hostile/extreme-plans"]],
  ["No formula gets into a CSV or a workbook", "Bad input", ["export/csv", "export/workbook"]],
  ["Every old link opens", "Data", ["scenario/versions", "view/saved/readers"]],
  ["Roles: the application cannot switch the append-only trigger off", "Access", ["db/roles"]],
];

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
}

const tested = ([promise, group, files]: (typeof TESTED)[number]): PromiseTried => ({
  group,
  promise,
  async try({ server }): Promise<Measured> {
    const report = join(newFolder(), "report.json");
    const names = files.map((file) => `test/${file}.test`);
    const args = [
      ...nodeProgram("vitest/vitest.mjs"),
      "run",
      ...names,
      "--reporter=json",
      `--outputFile=${report}`,
    ];
    const env = { ...process.env, TEST_DATABASE_URL: server.url("postgres") };
    try {
      execFileSync(process.execPath, args, { cwd: ROOT, env, stdio: "ignore" });
    } catch {
      // The report says what failed.
    }
    const { numPassedTests, numFailedTests, numPendingTests }: Report = JSON.parse(
      readFileSync(report, "utf8"),
    );
    return {
      goal: `Every test of ${files.map((file) => `test/${file}`).join(", ")}`,
      measured: `${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`,
      holds: numFailedTests === 0 && numPassedTests > 0,
    };
  },
});

const alone: PromiseTried = {
  group: "Data",
  promise: "What the image holds serves by itself: no sources, no packages to install",
  async try(): Promise<Measured> {
    const folder = newFolder();
    cpSync(join(ROOT, await completeStandalone()), folder, { recursive: true, verbatimSymlinks: true });
    const app = await Application.start({ DATA_DIR: ".data" }, folder);
    const { viewId } = await save(app.url, "alone");
    const paths = [
      "/",
      "/models",
      "/accuracy",
      `/s/${viewId}`,
      `/s/${viewId}/preview.png`,
      "/api/v1/catalog",
    ];
    const answers = await Promise.all([
      ...paths.map((path) => ask(app.url + path)),
      // What threads of its own compute.
      ask(`${app.url}/api/v1/estimate`, { body: scenario("alone") }),
    ]);
    const { code } = await app.stop();
    return {
      goal: `From a copy elsewhere: a save, ${paths.length} addresses and an estimate answer 200; SIGTERM ends it with code 0`,
      measured: `201; ${tally(answers.map(({ status }) => status))}; code ${code}`,
      holds: answers.every(({ status }) => status === 200) && code === 0,
    };
  },
};

export const dataPromises: readonly PromiseTried[] = [restored, alone, crawl];
export const testedPromises: readonly PromiseTried[] = TESTED.map(tested);
