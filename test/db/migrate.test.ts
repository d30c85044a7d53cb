import { randomBytes } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { afterAll, beforeEach, expect, it } from "vitest";
import { MigrationError } from "@/lib/db/errors";
import { type MigrationConnection, migrate, migrationsFolder } from "@/lib/db/migrate";
import { schemaDiff } from "@/scripts/schema-diff";
import { temporaryFolder } from "./databases";

const pglite = new PGlite("memory://");
const connection: MigrationConnection = {
  query: async (sql, values) => (await pglite.query<Record<string, unknown>>(sql, values)).rows,
  script: (sql) => pglite.exec(sql),
};
const folder = join(temporaryFolder(), "migrations");

beforeEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  cpSync(migrationsFolder(), folder, { recursive: true });
  await pglite.exec("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
});
afterAll(async () => {
  await pglite.close();
  rmSync(join(folder, ".."), { recursive: true });
});

function addMigration(name: string, sql: string): void {
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, "migration.sql"), sql);
}

it("builds what schema.prisma says", async () => {
  expect(await schemaDiff("prisma", pglite)).toBeNull();
});

it("applies each migration once", async () => {
  const applied = await migrate(connection, folder);
  expect(applied).toContain("20261120000000_scenarios");
  expect(await migrate(connection, folder)).toEqual([]);
  addMigration("29990101000000_more", "CREATE TABLE more (id int); CREATE TABLE still_more (id int);");
  expect(await migrate(connection, folder)).toEqual(["29990101000000_more"]);
  const rows = await connection.query(
    "SELECT count(*)::int AS n FROM _prisma_migrations WHERE finished_at IS NOT NULL",
  );
  expect(rows).toEqual([{ n: applied.length + 1 }]);
});

it("leaves nothing of a migration that fails, and applies it once it is repaired", async () => {
  addMigration("29990101000000_bad", "CREATE TABLE half (id int); SELECT no_such_function();");
  await expect(migrate(connection, folder)).rejects.toThrow(/29990101000000_bad failed: .*no_such_function/);
  expect(await connection.query("SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
  writeFileSync(join(folder, "29990101000000_bad", "migration.sql"), "CREATE TABLE half (id int);");
  expect(await migrate(connection, folder)).toEqual(["29990101000000_bad"]);
});

it("refuses a migration that was changed after it was applied", async () => {
  await migrate(connection, folder);
  const file = join(folder, "20261120000000_scenarios", "migration.sql");
  writeFileSync(file, `${readFileSync(file, "utf8")}-- changed\n`);
  await expect(migrate(connection, folder)).rejects.toThrow(MigrationError);
});

it("refuses a database that a newer program has migrated", async () => {
  addMigration("29990101000000_newer", "SELECT 1;");
  await migrate(connection, folder);
  renameSync(join(folder, "29990101000000_newer"), join(folder, "..", "gone"));
  await expect(migrate(connection, folder)).rejects.toThrow(/29990101000000_newer.*newer version/);
});

it("writes its history in the migration's own transaction, so that neither is there without the other", async () => {
  addMigration(
    "29990101000000_unrecorded",
    `CREATE TABLE half (id int);
     ALTER TABLE _prisma_migrations ADD CONSTRAINT none CHECK (migration_name NOT LIKE '2999%');`,
  );
  await expect(migrate(connection, folder)).rejects.toThrow(/29990101000000_unrecorded failed/);
  expect(await connection.query("SELECT to_regclass('half') AS half")).toEqual([{ half: null }]);
});

it("refuses what another tool began and never finished, and takes up again what was rolled back", async () => {
  await migrate(connection, folder);
  addMigration("29990101000000_begun", "CREATE TABLE begun (id int);");
  await connection.query(
    "INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('1', '', '29990101000000_begun')",
  );
  await expect(migrate(connection, folder)).rejects.toThrow(
    /29990101000000_begun was begun .*never finished/,
  );
  await connection.query("UPDATE _prisma_migrations SET rolled_back_at = now() WHERE id = '1'");
  expect(await migrate(connection, folder)).toEqual(["29990101000000_begun"]);
});

it("applies migrations in the order of their names", async () => {
  addMigration("29990102000000_second", "ALTER TABLE ordered ADD COLUMN more int;");
  addMigration("29990101000000_first", "CREATE TABLE ordered (id int);");
  expect((await migrate(connection, folder)).slice(-2)).toEqual([
    "29990101000000_first",
    "29990102000000_second",
  ]);
});

it("holds Prisma's own lock from before it reads the history to the end, also when it fails", async () => {
  const asked: string[] = [];
  const heard: MigrationConnection = {
    query: (sql, values) => {
      asked.push(sql.replace("$1", String(values?.[0])));
      return connection.query(sql, values);
    },
    script: (sql) => connection.script(sql),
  };
  addMigration("29990101000000_bad", "SELECT no_such_function();");
  await expect(migrate(heard, folder)).rejects.toThrow(MigrationError);
  expect(asked[0]).toBe("SELECT pg_advisory_lock(72707369::bigint)");
  expect(asked.at(-1)).toBe("SELECT pg_advisory_unlock(72707369::bigint)");
});

const server = process.env.TEST_DATABASE_URL;

it.skipIf(!server)(
  "lets one of several processes that start at once migrate, and the others wait",
  async () => {
    const database = `test_${randomBytes(8).toString("hex")}`;
    const url = new URL(server ?? "");
    const administrator = new pg.Client({ connectionString: url.href });
    await administrator.connect();
    await administrator.query(`CREATE DATABASE ${database}`);
    url.pathname = `/${database}`;
    addMigration("29990101000000_slow", "CREATE TABLE slow (id int); SELECT pg_sleep(0.5);");
    const results = await Promise.all(
      [1, 2, 3].map(async () => {
        const client = new pg.Client({ connectionString: url.href });
        await client.connect();
        const query = async (sql: string, values?: unknown[]) => (await client.query(sql, values)).rows;
        const applied = await migrate({ query, script: (sql) => client.query(sql) }, folder);
        await client.end();
        return applied.length;
      }),
    );
    expect(results.sort()).toEqual([0, 0, results.at(-1)]);
    expect(results.at(-1)).toBeGreaterThan(1);
    await administrator.query(`DROP DATABASE ${database}`);
    await administrator.end();
  },
);
