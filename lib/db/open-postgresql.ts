import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { grants, type Roles } from "./grants";
import { migrate } from "./migrate";

/** pg waits for ever unless told otherwise; every limit lies below the deadline a caller is promised. */
const LIMITS = {
  connectionTimeoutMillis: 2000,
  statement_timeout: 2000,
  lock_timeout: 1500,
  query_timeout: 2200,
  idle_in_transaction_session_timeout: 5000,
  idleTimeoutMillis: 30_000,
  keepAlive: true,
  application_name: "inference-planner",
};

/**
 * Brings a server's database to the newest migration, on a connection of its own: it may rightly take longer than a
 * request. Then gives the roles their rights, where roles are named.
 * @returns the migrations applied now @throws MigrationError, or the driver's error when the server cannot be reached
 */
export async function migrateServer(url: string, roles?: Roles): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  // A connection that breaks while idle reports here; without a listener it would end the process.
  client.on("error", (error) => console.error(`database: ${error.message}`));
  await client.connect();
  try {
    const applied = await migrate({
      query: async (sql, values) => (await client.query(sql, values)).rows,
      script: (sql) => client.query(sql),
    });
    for (const grant of roles ? grants(roles) : []) await client.query(grant);
    return applied;
  } finally {
    await client.end();
  }
}

/**
 * Migrates a PostgreSQL server's database, which a role without the right to do so only checks, and opens a pool of
 * connections to it.
 * @throws MigrationError, or the driver's error when the server cannot be reached
 */
export async function openPostgresql({ url, poolSize }: { url: string; poolSize: number }) {
  await migrateServer(url);
  const pool = new pg.Pool({ connectionString: url, max: poolSize, ...LIMITS });
  pool.on("error", (error) => console.error(`database: ${error.message}`));
  return { adapter: new PrismaPg(pool), pool, ensureRoom: async () => {}, close: () => pool.end() };
}
