import { cpSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { closeDatabase, database } from "@/lib/db/client";
import { embeddedFolder } from "@/lib/db/embedded-folder.mjs";
import { DatabaseUnavailable } from "@/lib/db/errors";
import { readScenario } from "@/lib/db/scenarios";
import { folderWithDatabase, temporaryFolder } from "./databases";

let whole = "";
let folder = "";
beforeAll(async () => {
  delete process.env.DATABASE_URL;
  whole = await folderWithDatabase();
});
afterAll(() => rmSync(whole, { recursive: true }));
beforeEach(() => {
  process.env.DATA_DIR = temporaryFolder();
  cpSync(whole, process.env.DATA_DIR, { recursive: true });
  folder = embeddedFolder(process.env.DATA_DIR);
});
afterEach(async () => {
  await closeDatabase().catch(() => {});
  rmSync(join(folder, ".."), { recursive: true });
  delete process.env.DATA_DIR;
});

const remove = (name: string) => rmSync(join(folder, name), { recursive: true });
/** The files that hold what was saved, or say that a database is here. */
const substance = () =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /^(PG_VERSION$|base\/|global\/(\d|pg_control))/.test(name))
    .sort();
const DAMAGES: [string, string, () => void][] = [
  ["lost its PG_VERSION", "PG_VERSION is missing", () => remove("PG_VERSION")],
  ["has an empty PG_VERSION", "PG_VERSION is damaged", () => truncateSync(join(folder, "PG_VERSION"), 0)],
  [
    "has another's PG_VERSION",
    "PG_VERSION is damaged",
    () => writeFileSync(join(folder, "PG_VERSION"), "17\n"),
  ],
  ["is empty", "PG_VERSION is missing", () => readdirSync(folder).forEach(remove)],
  ["lost its pg_control", "global/pg_control is missing", () => remove("global/pg_control")],
  [
    "has half a pg_control",
    "global/pg_control is damaged",
    () => truncateSync(join(folder, "global/pg_control"), 4096),
  ],
  [
    "has zeros for a pg_control",
    "PostgreSQL says",
    () => writeFileSync(join(folder, "global/pg_control"), Buffer.alloc(8192)),
  ],
  ["lost its log", "PostgreSQL says", () => remove("pg_wal")],
  [
    "lost its log's files",
    "PostgreSQL says",
    () =>
      readdirSync(join(folder, "pg_wal")).forEach((name) => {
        remove(join("pg_wal", name));
      }),
  ],
  ["lost its tables", "PostgreSQL says", () => remove("base")],
];

it.each(DAMAGES)(
  "refuses a folder that %s, says what to restore, and makes nothing new",
  async (_, reason, damage) => {
    damage();
    const names = substance();
    const refusal: unknown = await database().catch((error: unknown) => error);
    const said = String(refusal);
    expect(said).toContain(`FolderDamaged: The database in ${folder} does not open: `);
    expect(said).toContain(reason);
    expect(said).toMatch(
      /Restore this folder from a backup, or move it away to begin with an empty database\.$/,
    );
    expect(said).not.toMatch(/Aborted|ASSERTIONS|ErrnoError|undefined|\n/);
    expect(substance()).toEqual(names);
    // Who asks a server that runs already hears that the database is away.
    await expect(readScenario("A".repeat(22))).rejects.toThrow(DatabaseUnavailable);
  },
);

it("opens again by itself once the folder is restored", async () => {
  remove("PG_VERSION");
  await expect(database()).rejects.toThrow(/PG_VERSION is missing/);
  cpSync(embeddedFolder(whole), folder, { recursive: true });
  expect((await database()).kind).toBe("embedded");
});
