/**
 * Where scenarios are kept: a folder of this machine or a PostgreSQL server.
 * @typedef {{ kind: "embedded", dataDir: string } | { kind: "postgresql", url: string, poolSize: number }} DatabaseLocation
 */

/**
 * Reads the location from the environment: DATABASE_URL names a PostgreSQL server; without it the database
 * is embedded, in DATA_DIR (".data" when not set).
 * @param {Record<string, string | undefined>} [environment] @returns {DatabaseLocation}
 * @throws when DATABASE_URL or DATABASE_POOL_SIZE cannot be understood; the URL itself is never repeated,
 * because it may hold a password.
 */
export function databaseLocation(environment = process.env) {
  const url = environment.DATABASE_URL;
  if (!url) return { kind: "embedded", dataDir: environment.DATA_DIR || ".data" };
  if (!/^postgres(ql)?:\/\//.test(url)) {
    throw new Error("DATABASE_URL must begin with postgresql:// (or be unset for the embedded database).");
  }
  if (!URL.canParse(url)) {
    throw new Error(
      "DATABASE_URL cannot be read. Its form is postgresql://user:password@host:5432/database; in a password, letters such as / # ? @ % are written as %2F %23 %3F %40 %25.",
    );
  }
  const poolSize = Number(environment.DATABASE_POOL_SIZE || 10);
  if (!Number.isInteger(poolSize) || poolSize < 1 || poolSize > 500) {
    throw new Error(
      `DATABASE_POOL_SIZE must be a whole number from 1 to 500, not "${environment.DATABASE_POOL_SIZE}".`,
    );
  }
  return { kind: "postgresql", url, poolSize };
}
