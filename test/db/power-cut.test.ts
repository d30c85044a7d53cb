import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { afterAll, afterEach, beforeEach, expect, it, vi } from "vitest";
import { embeddedFolder, ensureEmbeddedFolder } from "@/lib/db/embedded-folder.mjs";
import { openSynced } from "@/lib/db/synced-pglite.mjs";
import { folderWithDatabase } from "./databases";
import { VolatileDisk } from "./volatile-disk";

let dataDir = "";
beforeEach(async () => {
  dataDir = await folderWithDatabase();
});
afterAll(() => vi.resetConfig());
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

// Every write is looked at, a busy machine takes its time.
vi.setConfig({ testTimeout: 180_000 });

const events = { aborted: () => {}, said: () => {} };

/** Commits rows, over a change of log files and a checkpoint, and gives their numbers as they are answered. */
async function commitRows(pglite: PGlite): Promise<number[]> {
  await pglite.exec("CREATE TABLE kept (id int PRIMARY KEY, text text)");
  const answered: number[] = [];
  for (let id = 0; id < 60; id++) {
    await pglite.query("INSERT INTO kept VALUES ($1, repeat($2, 10000))", [id, "x"]);
    answered.push(id);
    if (id === 20) await pglite.exec("SELECT pg_logical_emit_message(true, 'x', repeat('x', 20000000))");
    if (id === 40) await pglite.exec("CHECKPOINT");
  }
  return answered;
}

async function keptRows(folder: string): Promise<number[]> {
  const pglite = await openSynced(folder, events);
  const { rows } = await pglite.query<{ id: number }>(
    "SELECT id FROM kept WHERE length(text) = 10000 ORDER BY id",
  );
  await pglite.close();
  return rows.map(({ id }) => id);
}

it("has on the disk what it answered, and a database that opens", async () => {
  const folder = embeddedFolder(dataDir);
  const disk = await VolatileDisk.watch(dataDir);
  const answered = await commitRows(await openSynced(folder, events)).finally(() => disk.cut());
  expect(answered).toHaveLength(60);
  expect(await keptRows(folder)).toEqual(answered);
});

it("would lose it with PGlite as it comes, or this test could not fail", async () => {
  const folder = embeddedFolder(dataDir);
  const disk = await VolatileDisk.watch(dataDir);
  await commitRows(await PGlite.create(folder)).finally(() => disk.cut());
  await expect(keptRows(folder)).rejects.toThrow();
});

it("makes a new database that is whole when the power goes right afterwards", async () => {
  const parent = join(dataDir, "new");
  const disk = await VolatileDisk.watch(dataDir);
  await ensureEmbeddedFolder(parent).finally(() => disk.cut());
  // Opening would make a new one where there is none.
  expect(existsSync(embeddedFolder(parent))).toBe(true);
  const pglite = await openSynced(await ensureEmbeddedFolder(parent), events);
  expect((await pglite.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
  await pglite.close();
});
