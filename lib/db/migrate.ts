import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { MigrationError } from "./errors";

/** One connection to a database, whichever driver is behind it. */
export interface MigrationConnection {
  /** Runs one statement with its values ($1, $2, …) and gives its rows. */
  query(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** Runs a script of several statements. */
  script(sql: string): Promise<unknown>;
}

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** The number Prisma's own engine locks while it migrates, so that the two never run at once. */
const MIGRATION_LOCK = 72707369;

/** Prisma's own history table, so that its tools accept what was applied here. */
const HISTORY_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;

/**
 * Brings a database to the newest migration, each in a transaction of its own; applying twice is harmless
 * and two processes wait for each other.
 * @returns the names of the migrations applied now
 * @throws MigrationError when history and folder do not fit, or a migration fails (it is then not applied)
 */
export async function migrate(
  connection: MigrationConnection,
  folder = migrationsFolder(),
): Promise<string[]> {
  const migrations = await readMigrations(folder);
  await connection.query("SELECT pg_advisory_lock($1::bigint)", [MIGRATION_LOCK]);
  try {
    // Made only where it is missing: a role that may not make tables can still see that nothing is to be done.
    const [known] = await connection.query("SELECT to_regclass('_prisma_migrations')::text AS found");
    if (!known?.found) await connection.query(HISTORY_TABLE);
    const pending = await pendingMigrations(connection, migrations);
    for (const migration of pending) await apply(connection, migration);
    return pending.map((migration) => migration.name);
  } finally {
    await connection.query("SELECT pg_advisory_unlock($1::bigint)", [MIGRATION_LOCK]);
  }
}

/** Where the migrations lie: the program always runs in the repository's root. */
export function migrationsFolder(): string {
  return join(/*turbopackIgnore: true*/ process.cwd(), "prisma", "migrations");
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(/*turbopackIgnore: true*/ folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(/*turbopackIgnore: true*/ join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

async function pendingMigrations(
  connection: MigrationConnection,
  migrations: Migration[],
): Promise<Migration[]> {
  const history = await connection.query(
    "SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL",
  );
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const row of history) {
    const migration = known.get(String(row.migration_name));
    if (!migration) {
      throw new MigrationError(
        `The database has the migration ${row.migration_name}, which this program does not know: a newer version has used it.`,
      );
    }
    if (row.finished_at === null) {
      throw new MigrationError(
        `The migration ${migration.name} was begun by another tool and never finished.`,
      );
    }
    if (row.checksum !== migration.checksum) {
      throw new MigrationError(`The migration ${migration.name} was changed after it had been applied.`);
    }
  }
  const applied = new Set(history.map((row) => row.migration_name));
  return migrations.filter((migration) => !applied.has(migration.name));
}

async function apply(connection: MigrationConnection, migration: Migration): Promise<void> {
  await connection.query("BEGIN");
  try {
    await connection.script(migration.sql);
    await connection.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await connection.query("COMMIT");
  } catch (error) {
    await connection.query("ROLLBACK");
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(`The migration ${migration.name} failed: ${reason}`, { cause: error });
  }
}
