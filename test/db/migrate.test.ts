import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
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
