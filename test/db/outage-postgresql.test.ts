import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase, database } from "@/lib/db/client";
import { DatabaseUnavailable, OutcomeUnknown } from "@/lib/db/errors";
import { createScenario, readScenario } from "@/lib/db/scenarios";
import { Wire } from "./wire";

const SCENARIO = { name: "x", state: {}, result: {}, engineVersion: "1", catalogVersion: "1" };
const server = process.env.TEST_DATABASE_URL ?? "";

let wire: Wire;
beforeEach(async () => {
  wire = new Wire(server);
  await wire.join();
  process.env.DATABASE_URL = wire.url;
});
afterEach(async () => {
  await wire.cut();
  await closeDatabase().catch(() => {});
  delete process.env.DATABASE_URL;
});

async function expectUnavailable(): Promise<void> {
  const begun = Date.now();
  const refused = await createScenario(SCENARIO).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(DatabaseUnavailable);
  expect(Date.now() - begun).toBeLessThan(2700);
}

/** Saves as soon as the server is taken for there again, which is not longer than a probe and a pause. */
async function savedSoon(): Promise<{ viewId: string }> {
  const begun = Date.now();
  for (;;) {
    try {
      return await createScenario(SCENARIO);
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable) || Date.now() - begun > 2000) throw error;
      await wait(20);
    }
  }
}

/** How many plans of that name the server has, asked past the wire, once every transaction has ended. */
async function stored(name: string): Promise<number> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const open = `SELECT 1 FROM pg_stat_activity
    WHERE application_name = 'inference-planner' AND (state = 'active' OR state LIKE 'idle in transaction%')`;
  while ((await client.query(open)).rowCount) await wait(100);
  const { rowCount } = await client.query("SELECT 1 FROM scenario_version WHERE name = $1", [name]);
  await client.end();
  return rowCount ?? 0;
}

describe.skipIf(!server)("a PostgreSQL server that is away, silent or slow", () => {
  it("is unavailable, and saves again by itself", async () => {
    const first = await createScenario(SCENARIO);
    await wire.cut();
    await expectUnavailable();
    await expectUnavailable();
    await wire.join();
    const second = await savedSoon();
    wire.hang();
    await expectUnavailable();
    await wire.cut();
    await wire.join();
    const third = await savedSoon();
    for (const { viewId } of [first, second, third])
      expect(await readScenario(viewId)).toMatchObject(SCENARIO);
  });

  it("is refused at once while it is silent, and used again as soon as it speaks", async () => {
    const { viewId } = await createScenario(SCENARIO);
    wire.silence(true);
    await Promise.all(Array.from({ length: 20 }, expectUnavailable));
    const begun = Date.now();
    await Promise.all(Array.from({ length: 20 }, expectUnavailable));
    expect(Date.now() - begun).toBeLessThan(200);
    wire.silence(false);
    await savedSoon();
    expect(await readScenario(viewId)).toMatchObject(SCENARIO);
  });

  it("frees a connection that hangs: the next one who asks gets another", async () => {
    process.env.DATABASE_POOL_SIZE = "1";
    await createScenario(SCENARIO);
    wire.hang();
    await expectUnavailable();
    await createScenario(SCENARIO);
    delete process.env.DATABASE_POOL_SIZE;
  });

  it.each([200, 450, 600, 700, 900, 1500])(
    "has saved what it says, and nothing else, %s ms late",
    async (delay) => {
      await database();
      await createScenario(SCENARIO);
      wire.delayMs = delay;
      const names = Array.from({ length: 4 }, (_, index) => `late ${delay} ${index} ${Date.now()}`);
      const fates = await Promise.allSettled(names.map((name) => createScenario({ ...SCENARIO, name })));
      for (const [index, fate] of fates.entries()) {
        const rows = await stored(names[index] ?? "");
        if (fate.status === "fulfilled") expect(rows).toBe(1);
        else if (!(fate.reason instanceof OutcomeUnknown))
          expect([fate.reason.name, rows]).toEqual(["DatabaseUnavailable", 0]);
      }
    },
  );

  it("is not said to have saved nothing when only the answer to the commit is lost", async () => {
    await database();
    wire.swallowAnswerTo = "COMMIT";
    const name = `unanswered ${Date.now()}`;
    const lost: unknown = await createScenario({ ...SCENARIO, name }).catch((error: unknown) => error);
    expect(lost).toBeInstanceOf(OutcomeUnknown);
    expect(String(lost)).toContain("It is not known whether it was saved");
    expect(await stored(name)).toBe(1);
  });

  it("has limits of its own below the deadline: statements and locks do not outlive who asked", async () => {
    const { prisma } = await database();
    const begun = Date.now();
    await expect(prisma.$queryRaw`SELECT pg_sleep(10)::text`).rejects.toThrow(/statement timeout/);
    expect(Date.now() - begun).toBeLessThan(2500);
    const blocker = new pg.Client({ connectionString: server });
    await blocker.connect();
    await blocker.query("BEGIN; LOCK TABLE scenario IN ACCESS EXCLUSIVE MODE");
    await expectUnavailable();
    await blocker.query("COMMIT");
    await blocker.end();
    const settings = await prisma.$queryRaw<{ name: string; setting: string }[]>`
      SELECT name, setting FROM pg_settings WHERE name IN ('idle_in_transaction_session_timeout', 'lock_timeout', 'statement_timeout')`;
    for (const { name, setting } of settings) expect(Number(setting), name).toBeGreaterThan(0);
    await createScenario(SCENARIO);
  });
});
