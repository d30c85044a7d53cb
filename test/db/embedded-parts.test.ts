import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { embeddedAdapter } from "@/lib/db/embedded-adapter";
import { embeddedFolder, ensureEmbeddedFolder, FolderDamaged } from "@/lib/db/embedded-folder.mjs";
import type { EmbeddedThread } from "@/lib/db/embedded-thread";
import { type MigrationConnection, migrate, migrationsFolder } from "@/lib/db/migrate";
import { syncFolder, syncTree } from "@/lib/db/sync-tree.mjs";
import { temporaryFolder } from "./databases";

/** What a disk says of itself, where a test says so. */
const disk = vi.hoisted(() => ({ blocks: null as null | number }));
vi.mock("node:fs", async (load) => {
  const fs = await load<typeof import("node:fs")>();
  const statfsSync = (path: string) =>
    disk.blocks === null ? fs.statfsSync(path) : { bavail: disk.blocks, bsize: 4096 };
  return { ...fs, statfsSync };
});

let folder = "";
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("the embedded database's folder", () => {
  /** One with the marks of a whole database, or with what is given in their place. */
  function made({ version = "18\n", control = 8192 }: { version?: string | null; control?: number | null }) {
    const database = embeddedFolder(folder);
    mkdirSync(join(database, "global"), { recursive: true });
    if (version !== null) writeFileSync(join(database, "PG_VERSION"), version);
    if (control !== null) writeFileSync(join(database, "global", "pg_control"), Buffer.alloc(control));
    return database;
  }

  it("is named for PostgreSQL's major", () => {
    expect(embeddedFolder("/x")).toBe("/x/pg18");
  });

  it("with whole marks is not touched", async () => {
    const database = made({});
    writeFileSync(join(folder, "preparing-1"), "");
    expect(await ensureEmbeddedFolder(folder)).toBe(database);
    expect(readdirSync(folder).sort()).toEqual(["pg18", "preparing-1"]);
  });

  it.each([
    [{ version: null }, "its file PG_VERSION is missing."],
    [{ version: "17" }, "its file PG_VERSION is damaged."],
    [{ version: "" }, "its file PG_VERSION is damaged."],
    [{ control: null }, "its file global/pg_control is missing."],
    [{ control: 0 }, "its file global/pg_control is damaged."],
    [{ control: 8191 }, "its file global/pg_control is damaged."],
  ])("with %o is refused, with what to do", async (marks, reason) => {
    const database = made(marks);
    const refusal = await ensureEmbeddedFolder(folder).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(FolderDamaged);
    expect((refusal as Error).name).toBe("FolderDamaged");
    expect((refusal as Error).message).toBe(
      `The database in ${database} does not open: ${reason} Restore this folder from a backup, or move it away to begin with an empty database.`,
    );
  });
});

describe("a disk without room for a new database", () => {
  it("is refused before anything is made, in plain words", async () => {
    writeFileSync(join(folder, "kept"), "");
    mkdirSync(join(folder, "preparing-1"));
    disk.blocks = 10e6 / 4096;
    // Files of one worker share modules: one that was read before this file has the true disk.
    const anew = "../../lib/db/embedded-folder.mjs?anew";
    const { ensureEmbeddedFolder }: typeof import("@/lib/db/embedded-folder.mjs") = await import(anew);
    const refusal = await ensureEmbeddedFolder(folder).catch((error: unknown) => error);
    disk.blocks = null;
    expect(String(refusal)).toBe(
      `Error: The disk of the data folder ${folder} has 10 MB free; a new database needs 64 MB. Make room, or set DATA_DIR to a folder on another disk.`,
    );
    expect(readdirSync(folder)).toEqual(["kept"]);
  });
});

describe("the adapter of the embedded database", () => {
  it("sends each call as one message, those of a transaction under its number", async () => {
    const calls: unknown[][] = [];
    const thread = { call: async (...call: unknown[]) => void calls.push(call) } as unknown as EmbeddedThread;
    const factory = embeddedAdapter(thread, 1000);
    const adapter = await factory.connect();
    expect([factory.provider, factory.adapterName, adapter.provider]).toEqual([
      "postgres",
      "embedded",
      "postgres",
    ]);
    expect(adapter.getConnectionInfo?.()).toEqual({ supportsRelationJoins: true });
    const query = { sql: "SELECT 1", args: [], argTypes: [] };
    await adapter.executeScript("X");
    await adapter.queryRaw(query);
    await adapter.executeRaw(query);
    const before = Date.now();
    const [first, second] = [await adapter.startTransaction(), await adapter.startTransaction()];
    expect(first.options).toEqual({ usePhantomQuery: true });
    await first.queryRaw(query);
    await second.executeRaw(query);
    await first.commit();
    await second.rollback();
    await adapter.dispose();
    const [begin] = calls.splice(3, 1);
    const [again] = calls.splice(3, 1);
    expect([begin?.slice(0, 2), again?.slice(0, 2)]).toEqual([
      ["begin", 1],
      ["begin", 2],
    ]);
    for (const until of [begin?.[2], again?.[2]]) {
      expect(until).toBeGreaterThanOrEqual(before + 1000);
      expect(until).toBeLessThan(before + 60_000);
    }
    expect(calls).toEqual([
      ["script", "X"],
      ["queryRaw", query, undefined],
      ["executeRaw", query, undefined],
      ["queryRaw", query, 1],
      ["executeRaw", query, 2],
      ["commit", 1],
      ["rollback", 2],
    ]);
    await expect(adapter.startTransaction("SERIALIZABLE")).rejects.toThrow(
      "The embedded database takes one transaction at a time: no isolation level.",
    );
  });
});

describe("a folder's way to the disk", () => {
  it("is gone for every file and folder in it and for itself, and fails with them", async () => {
    mkdirSync(join(folder, "a", "b"), { recursive: true });
    for (let n = 0; n < 70; n++) writeFileSync(join(folder, "a", "b", `${n}`), "x");
    const file = await open(join(folder, "a", "b", "0"));
    const synced = vi.spyOn(Object.getPrototypeOf(file), "sync");
    try {
      await syncTree(folder);
      // 70 files, two folders and the folder itself.
      expect(synced).toHaveBeenCalledTimes(73);
      await syncFolder(folder);
      expect(synced).toHaveBeenCalledTimes(74);
      synced.mockRejectedValueOnce(new Error("EIO"));
      await expect(syncFolder(folder)).rejects.toThrow("EIO");
    } finally {
      synced.mockRestore();
      await file.close();
    }
    await expect(syncFolder(join(folder, "none"))).rejects.toThrow("ENOENT");
  });
});

describe("the migrations", () => {
  function connection(history: Record<string, unknown>[] = [], failing?: string) {
    const said: string[] = [];
    const fake: MigrationConnection = {
      query: async (sql, values) => {
        said.push(sql.trim().split(/\s+/).slice(0, 3).join(" ") + (values ? ` ${values.length}` : ""));
        return sql.startsWith("SELECT migration_name") ? history : [];
      },
      script: async (sql) => {
        said.push(`script ${sql}`);
        if (sql === failing) throw new Error("no such type");
      },
    };
    return { fake, said };
  }
  const add = (name: string, sql: string) => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "migration.sql"), sql);
  };

  it("lie in the repository, and are applied in the order of their names, each in its transaction, under a lock", async () => {
    expect(migrationsFolder()).toBe(join(process.cwd(), "prisma", "migrations"));
    add("2_b", "B");
    add("1_a", "A");
    writeFileSync(join(folder, "lock.toml"), "");
    const { fake, said } = connection();
    expect(await migrate(fake, folder)).toEqual(["1_a", "2_b"]);
    expect(said).toEqual([
      "SELECT pg_advisory_lock($1::bigint) 1",
      "SELECT to_regclass('_prisma_migrations')::text AS",
      "CREATE TABLE IF",
      "SELECT migration_name, checksum,",
      "BEGIN",
      "script A",
      "INSERT INTO _prisma_migrations 3",
      "COMMIT",
      "BEGIN",
      "script B",
      "INSERT INTO _prisma_migrations 3",
      "COMMIT",
      "SELECT pg_advisory_unlock($1::bigint) 1",
    ]);
  });

  it("that fail are taken back, with the lock, and nothing comes after", async () => {
    add("1_a", "A");
    add("2_b", "B");
    const { fake, said } = connection([], "A");
    await expect(migrate(fake, folder)).rejects.toThrow("The migration 1_a failed: no such type");
    expect(said.slice(said.indexOf("BEGIN"))).toEqual([
      "BEGIN",
      "script A",
      "ROLLBACK",
      "SELECT pg_advisory_unlock($1::bigint) 1",
    ]);
  });

  it.each([
    [
      { migration_name: "9_z" },
      /has the migration 9_z, which this program does not know: a newer version has used it/,
    ],
    [{ migration_name: "1_a", finished_at: null }, /1_a was begun by another tool and never finished/],
    [
      { migration_name: "1_a", finished_at: new Date(), checksum: "x" },
      /1_a was changed after it had been applied/,
    ],
  ])("that do not fit the history are refused: %o", async (row, words) => {
    add("1_a", "A");
    const { fake, said } = connection([row]);
    await expect(migrate(fake, folder)).rejects.toThrow(words);
    expect(said).not.toContain("BEGIN");
    expect(said.at(-1)).toMatch(/pg_advisory_unlock/);
  });
});
