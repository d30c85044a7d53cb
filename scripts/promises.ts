// `npm run promises` tries every promise of the service and writes what it measured into docs/promises.md; it starts its own PostgreSQL and
// application processes, loads and kills them, and removes what it made, also when it is interrupted. `-- --short` tries a
// little of each and writes nothing, `-- --only WORD` those whose group or words have it, `-- --share 0.2`
// tries a fifth of everything, which the goals then say, `-- --json` prints the result as JSON.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { migrateServer } from "@/lib/db/open-postgresql";
import { accessPromises } from "./promises/access";
import { Application } from "./promises/application";
import { inputPromises } from "./promises/bad-input";
import { ask } from "./promises/client";
import { dataPromises, testedPromises } from "./promises/data";
import { faultPromises } from "./promises/faults";
import { loadPromises } from "./promises/load";
import { nothingLost } from "./promises/nothing-lost";
import { Postgresql } from "./promises/postgresql";
import type { Ground, PromiseTried, Size } from "./promises/promise";
import { type Row, writeReport } from "./promises/report";
import { ensureBuilt } from "./setup/build.mjs";
import { ROOT } from "./setup/child.mjs";

const flag = { type: "boolean" } as const;
const { values } = parseArgs({
  options: { json: flag, short: flag, only: { type: "string" }, share: { type: "string" } },
});
const { json = false, short = false, only = "", share = "1" } = values;
const size: Size = {
  short,
  patience: short ? 4 : 1,
  of: (whole, small) => (short ? small : Math.max(small, Math.round(whole * Number(share)))),
};

const all: readonly PromiseTried[] = [
  ...loadPromises,
  ...faultPromises,
  ...nothingLost,
  ...dataPromises,
  ...accessPromises,
  ...inputPromises,
  // Tests that `npm test` runs anyway, which the short form leaves to it.
  ...(short ? [] : testedPromises),
];
const wanted = all.filter(({ group, promise }) =>
  `${group} ${promise}`.toLowerCase().includes(only.toLowerCase()),
);

/** A server with a database whose tables are the owner's, and two processes that may only do what the application must. */
async function ground(): Promise<Ground> {
  const server = await Postgresql.start();
  await server.query("CREATE ROLE application LOGIN");
  await server.query("CREATE DATABASE planner");
  await migrateServer(server.url(), { application: "application" });
  // Clients of this one machine are one client; what they may have is tried where it is meant.
  const environment = { DATABASE_URL: server.url("planner", "application"), RATE_LIMIT: "0" };
  const apps = await Promise.all([Application.start(environment), Application.start(environment)]);
  return { size, server, apps: apps as [Application, Application], database: "planner" };
}

/** What came of a promise; one whose trial fails is not kept. */
async function tried(one: PromiseTried, on: Ground): Promise<Row> {
  const date = new Date().toISOString().slice(0, 10);
  try {
    return { promise: one.promise, date, ...(await one.try(on)) };
  } catch (error) {
    return { promise: one.promise, date, goal: "", measured: `The trial failed: ${error}`, holds: false };
  }
}

/** What a trial that failed left dead lives again before the next. */
async function revive({ server, apps }: Ground): Promise<void> {
  await server.query("SELECT 1").catch(() => server.begin());
  for (const app of apps) {
    if ((await ask(`${app.url}/readyz`)).status === 200) continue;
    await app.kill();
    await app.begin();
  }
}

const order = all.map(({ promise }) => promise);

await ensureBuilt();
const on = await ground();
const rows: Row[] = [];
for (const one of wanted) {
  const begun = performance.now();
  const row = await tried(one, on);
  rows.push(row);
  // After each, so that a run that is interrupted leaves what it has found.
  if (!short) writeReport(join(ROOT, "docs/promises.md"), [row], order);
  await revive(on);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.error(`${row.holds ? "holds " : "BROKEN"} ${row.promise} (${seconds} s)\n       ${row.measured}`);
}
if (json)
  console.log(
    JSON.stringify(rows.map(({ promise, goal, measured, holds }) => ({ promise, goal, measured, holds }))),
  );
process.exit(rows.every(({ holds }) => holds) ? 0 : 1);
