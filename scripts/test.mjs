// `npm test`: everything the tests need from a fresh clone on, then the unit and database tests, and beside them the build
// of the server and the end-to-end tests in a real browser: each half waits for processes, disks and deadlines a third of
// its time. The last line counts both.
// `node scripts/test.mjs unit` or `e2e` runs one half.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "./setup/build.mjs";
import { ENDING_WITH_PARENT, nodeProgram, ROOT, runChild, SHORT_LIVED } from "./setup/child.mjs";
import { ensureDatabaseFolder } from "./setup/database.mjs";
import { ensureGenerated } from "./setup/generate.mjs";
import { ensureInstalled } from "./setup/install.mjs";
import { freePort } from "./setup/port.mjs";
import { quickTemporaryFolder } from "./setup/temporary.mjs";

const half = process.argv[2];
if (half !== undefined && half !== "unit" && half !== "e2e") {
  console.error(`There is no such half of the tests: "${half}". Say unit, e2e or nothing.`);
  process.exit(1);
}
process.chdir(ROOT);
endWithNpm();
await ensureInstalled();
// It may have to be brought, which waits for the network and then unpacks on one core.
const chromium = half === "unit" ? null : browser();
await ensureGenerated();
const quick = quickTemporaryFolder();
const temporary = mkdtempSync(join(quick, "inference-planner-test-"));
// Only there: below a system's own folder the paths of sockets may grow too long.
if (quick !== tmpdir()) process.env.TMPDIR = temporary;
process.on("exit", () => rmSync(temporary, { recursive: true, force: true }));
// An empty database takes four seconds to make: one is made beside the rest, and the tests take copies of it.
process.env.EMPTY_DATABASE = join(temporary, "empty");
const emptied = ensureDatabaseFolder(process.env.EMPTY_DATABASE);
// A build that fails ends this process, and so the unit tests with it.
const built = half === "unit" ? null : ensureBuilt();

const unitTests = half === "e2e" ? null : unit();
const counts = await Promise.all([unitTests, half === "unit" ? null : endToEnd()]);
if (await emptied) process.exit(1);
const passed = counts.reduce((sum, count) => sum + (count?.passed ?? 0), 0);
const failed = counts.reduce((sum, count) => sum + (count?.failed ?? 0), 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** A signal to npm ends npm and the shell between, and would leave us: ends this run and what it runs soon after them. */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || process.kill(process.pid, "SIGTERM"), 500).unref();
}

/** The browser for the end-to-end tests; ends the process with one clear message when there is none to be had. */
async function browser() {
  const { ensureChromium } = await import("./setup/bring-chromium.mjs");
  try {
    return await ensureChromium();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

async function unit() {
  const report = join(temporary, "unit.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await runChild(process.execPath, [...nodeProgram("vitest/vitest.mjs"), "run", ...reporters], {
    env: ENDING_WITH_PARENT,
  });
  return tally(report, code, ({ numPassedTests, numFailedTests }) => [numPassedTests, numFailedTests]);
}

async function endToEnd() {
  process.env.CHROMIUM_PATH = await chromium;
  await built;
  if (await emptied) return null;
  const report = join(temporary, "e2e.json");
  const data = join(temporary, "data");
  cpSync(process.env.EMPTY_DATABASE, data, { recursive: true });
  const playwright = [
    ...SHORT_LIVED,
    ...nodeProgram("@playwright/test/cli.js"),
    "test",
    "--reporter=list,json",
  ];
  const code = await runChild(process.execPath, playwright, {
    after: unitTests ?? undefined,
    env: {
      ...ENDING_WITH_PARENT,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      E2E_PORT: String(await freePort()),
      E2E_DATA_DIR: data,
    },
  });
  return tally(report, code, ({ stats }) => [stats.expected, stats.unexpected + stats.flaky]);
}

/** A run that ended badly counts as a failure even when its report shows none (or was never written). */
function tally(report, code, read) {
  const [passed, failed] = existsSync(report) ? read(JSON.parse(readFileSync(report, "utf8"))) : [0, 0];
  return { passed, failed: code === 0 ? failed : Math.max(failed, 1) };
}
