import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { backUp, NoBackup, restore } from "@/lib/db/backup-file";
import { closeDatabase, database } from "@/lib/db/client";
import { columnsOf, DamagedRow, tableNames } from "@/lib/db/kept-rows";
import { addLink } from "@/lib/db/links";
import { createScenario, readScenario } from "@/lib/db/scenarios";
import { appendVersion } from "@/lib/db/versions";
import { folderWithDatabase, temporaryFolder, warmDatabase } from "./databases";

const content = (name: string, more: object = {}) => ({
  name,
  // Numbers and texts that another encoding would change.
  state: { text: "é\u2028\\u0000 '\"", tiny: 5e-324, third: 1 / 3, large: 2 ** 53, ...more },
  result: { v: 2, options: [] },
  engineVersion: "1.0.0",
  catalogVersion: "abc",
});

const home = temporaryFolder();
afterAll(() => rmSync(home, { recursive: true, force: true }));

let from = "";
let file = "";
const saved: { viewId: string; linkId: string }[] = [];

beforeAll(async () => {
  from = await folderWithDatabase();
  process.env.DATA_DIR = from;
  await warmDatabase();
  for (let count = 0; count < 3; count++) {
    const { viewId, editKey } = await createScenario(content(`plan ${count}`));
    await appendVersion(viewId, editKey, 1, content(`plan ${count}`, { more: count }));
    const { linkId } = await addLink(viewId, editKey, { name: "Board", expiresAt: null });
    saved.push({ viewId, linkId });
  }
  file = join(home, "plans.backup");
  expect(await backUp(file)).toEqual({ scenario: 3, scenario_version: 6, view_link: 3 });
});
afterAll(async () => {
  await closeDatabase();
  rmSync(from, { recursive: true });
});

/** What a reader sees of everything that was saved, by ids and by links, each version. */
const seen = () =>
  Promise.all(
    saved.flatMap(({ viewId, linkId }) => [
      readScenario(viewId, 1),
      readScenario(viewId),
      readScenario(linkId),
    ]),
  );

async function elsewhere<T>(work: () => Promise<T>): Promise<T> {
  const there = await folderWithDatabase();
  await closeDatabase();
  process.env.DATA_DIR = there;
  await warmDatabase();
  try {
    return await work();
  } finally {
    await closeDatabase();
    process.env.DATA_DIR = from;
    await warmDatabase();
    rmSync(there, { recursive: true });
  }
}

it("names every column of what is kept, so that none is left out of a backup", async () => {
  const { prisma } = await database();
  for (const table of tableNames) {
    const rows = await prisma.$queryRaw<{ column_name: string }[]>`
      SELECT column_name::text FROM information_schema.columns WHERE table_name = ${table}`;
    expect(columnsOf(table).toSorted(), table).toEqual(rows.map((row) => row.column_name).toSorted());
  }
});

it("brings all back into an empty database, to the last digit, and twice is once", async () => {
  const before = await seen();
  expect(before.every((plan) => plan !== null)).toBe(true);
  await elsewhere(async () => {
    expect(await seen()).toEqual(before.map(() => null));
    expect(await restore(file)).toEqual({ scenario: 3, scenario_version: 6, view_link: 3 });
    expect(await seen()).toEqual(before);
    expect(await restore(file)).toEqual({ scenario: 0, scenario_version: 0, view_link: 0 });
  });
});

it("takes a backup that is torn, changed or none for what it is, and brings back nothing of it", async () => {
  // Of other plans than those that are there, so that a part of them would be seen.
  const others = gunzipSync(readFileSync(file))
    .toString()
    .replace(/("view_id":")./g, "$1~");
  const lines = others.trimEnd().split("\n");
  const odd: Record<string, Buffer> = {
    torn: gzipSync(others).subarray(0, -40),
    "without its end": gzipSync(lines.slice(0, -1).join("\n")),
    "without a row": gzipSync(lines.filter((_, index) => index !== 5).join("\n")),
    changed: gzipSync(lines.map((line) => line.replace('\\"tiny\\":', '\\"tinY\\":')).join("\n")),
    "no backup": gzipSync('{"backup":"other"}\n'),
    "no file of ours": Buffer.from("PK..."),
  };
  const { prisma } = await database();
  const before = await prisma.scenario.count();
  for (const [what, bytes] of Object.entries(odd)) {
    const path = join(home, "odd");
    writeFileSync(path, bytes);
    const error = await restore(path).catch((reason: unknown) => reason);
    expect(error instanceof NoBackup || error instanceof DamagedRow, `${what}: ${error}`).toBe(true);
    expect(await prisma.scenario.count(), what).toBe(before);
  }
  await expect(restore(join(home, "none"))).rejects.toThrow(/ENOENT/);
});

it("leaves no half of a file behind, and never writes over one that is being written", async () => {
  writeFileSync(join(home, "busy.part"), "another's");
  await expect(backUp(join(home, "busy"))).rejects.toThrow(/EEXIST/);
  expect(readFileSync(join(home, "busy.part"), "utf8")).toBe("another's");
  expect(existsSync(join(home, "plans.backup.part"))).toBe(false);
});

const server = process.env.TEST_DATABASE_URL ?? "";

describe.skipIf(!server)("a move to a PostgreSQL server", () => {
  const name = `test_${randomBytes(8).toString("hex")}`;
  const administer = async (sql: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(sql);
    await client.end();
  };

  it("takes every plan there, where links and versions read as before", async () => {
    const before = await seen();
    await administer(`CREATE DATABASE ${name}`);
    const url = new URL(server);
    url.pathname = `/${name}`;
    await closeDatabase();
    process.env.DATABASE_URL = url.href;
    try {
      expect(await restore(file)).toEqual({ scenario: 3, scenario_version: 6, view_link: 3 });
      expect(await seen()).toEqual(before);
      const again = join(home, "from-server");
      expect(await backUp(again)).toEqual({ scenario: 3, scenario_version: 6, view_link: 3 });
      expect(gunzipSync(readFileSync(again)).toString()).toBe(gunzipSync(readFileSync(file)).toString());
    } finally {
      await closeDatabase();
      delete process.env.DATABASE_URL;
      await administer(`DROP DATABASE ${name} WITH (FORCE)`);
    }
  });
});
