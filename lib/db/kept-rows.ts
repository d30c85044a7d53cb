import "server-only";
import { contentHash } from "./canonical-json";
import { database } from "./client";

/** Everything that is kept, by table, each after those it refers to; the first columns are the key. */
const TABLES = {
  scenario: {
    key: ["view_id"],
    types: {
      view_id: "text",
      edit_key_hash: "bytea",
      created_at: "timestamptz",
      expires_at: "timestamptz",
      deleted_at: "timestamptz",
      latest_version: "int",
      own_link_revoked_at: "timestamptz",
      creation_hash: "bytea",
      embed_origins: "text[]",
    },
  },
  scenario_version: {
    key: ["view_id", "number"],
    types: {
      view_id: "text",
      number: "int",
      name: "text",
      state: "json",
      result: "json",
      engine_version: "text",
      catalog_version: "text",
      content_hash: "text",
      created_at: "timestamptz",
    },
  },
  view_link: {
    key: ["link_id"],
    types: {
      link_id: "text",
      view_id: "text",
      name: "text",
      created_at: "timestamptz",
      expires_at: "timestamptz",
      revoked_at: "timestamptz",
    },
  },
} as const;

export type TableName = keyof typeof TABLES;
export const tableNames = Object.keys(TABLES) as TableName[];

/** A row with each of its values as PostgreSQL writes it as text, so that it comes back exactly as it was. */
export interface KeptRow {
  readonly table: TableName;
  readonly row: Readonly<Record<string, string | null>>;
}

/** Rows that are read or written at a time. */
const AT_A_TIME = 200;
/** A copy of everything may take its time; no statement of it does. */
const WHOLE = { maxWait: 10_000, timeout: 3_600_000 };

/** The columns of a table; a test holds them to the schema. */
export const columnsOf = (table: TableName): string[] => Object.keys(TABLES[table].types);

/** Hands every row of the database on, all as they were at one moment. @returns how many of each table */
export async function readAllRows(
  take: (rows: readonly KeptRow[]) => Promise<void>,
): Promise<Record<TableName, number>> {
  const { prisma } = await database();
  const counts = { scenario: 0, scenario_version: 0, view_link: 0 };
  await prisma.$transaction(async (transaction) => {
    await transaction.$executeRawUnsafe("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    await transaction.$executeRawUnsafe("SET LOCAL TimeZone = 'UTC'");
    for (const table of tableNames) {
      const { key, types } = TABLES[table];
      const columns = Object.keys(types).map((name) => `"${name}"::text AS "${name}"`);
      const keys = key.map((name) => `"${name}"`).join(", ");
      let after: (string | null)[] | undefined;
      for (;;) {
        const places = key.map((name, index) => `$${index + 1}::text::${types[name as keyof typeof types]}`);
        const where = after ? `WHERE (${keys}) > (${places.join(", ")})` : "";
        const rows = await transaction.$queryRawUnsafe<KeptRow["row"][]>(
          `SELECT ${columns.join(", ")} FROM "${table}" ${where} ORDER BY ${keys} LIMIT ${AT_A_TIME}`,
          ...(after ?? []),
        );
        await take(rows.map((row) => ({ table, row })));
        counts[table] += rows.length;
        const last = rows.at(-1);
        if (!last || rows.length < AT_A_TIME) break;
        after = key.map((name) => last[name] ?? null);
      }
    }
  }, WHOLE);
  return counts;
}

/** A row that is not what was saved once. */
export class DamagedRow extends Error {}

/**
 * Writes rows into the database, all or none of them; those that it has already stay as they are. The content of each
 * version is compared with its hash before.
 * @returns how many of each table were new @throws DamagedRow
 */
export async function writeRows(rows: AsyncIterable<KeptRow>): Promise<Record<TableName, number>> {
  const { prisma } = await database();
  const counts = { scenario: 0, scenario_version: 0, view_link: 0 };
  await prisma.$transaction(async (transaction) => {
    for await (const { table, row } of rows) {
      if (table === "scenario_version") checkContent(row);
      // A column that an older backup lacks has its default.
      const names = Object.entries(TABLES[table].types).filter(([name]) => Object.hasOwn(row, name));
      const places = names.map(([, type], index) => `$${index + 1}::text::${type}`);
      counts[table] += await transaction.$executeRawUnsafe(
        `INSERT INTO "${table}" (${names.map(([name]) => `"${name}"`).join(", ")})
         VALUES (${places.join(", ")}) ON CONFLICT DO NOTHING`,
        ...names.map(([name]) => row[name] ?? null),
      );
    }
  }, WHOLE);
  return counts;
}

function checkContent(row: KeptRow["row"]): void {
  const text = (name: string) => row[name] ?? "";
  const found = contentHash({
    name: text("name"),
    state: JSON.parse(text("state")),
    result: JSON.parse(text("result")),
    engineVersion: text("engine_version"),
    catalogVersion: text("catalog_version"),
  });
  if (found !== row.content_hash)
    throw new DamagedRow(
      `A version is not what was saved: number ${row.number} of ${row.view_id?.slice(0, 6)}…`,
    );
}
