import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

// Plain JavaScript because the start script makes the folder in a process of its own, beside the build.

const PREPARING = "preparing-";

/**
 * The embedded database's folder. Its name carries PostgreSQL's major version, because files of another
 * major do not open.
 * @param {string} dataDir @returns {string}
 */
export function embeddedFolder(dataDir) {
  return join(/*turbopackIgnore: true*/ dataDir, "pg18");
}

/**
 * Makes an empty database when there is none yet; takes seconds and blocks its thread meanwhile. The
 * folder gets its name only when it is complete, so a process killed on the way leaves no half database.
 * The caller holds the lock on dataDir.
 * @param {string} dataDir @returns {Promise<string>} the database's folder
 */
export async function ensureEmbeddedFolder(dataDir) {
  const folder = embeddedFolder(dataDir);
  if (existsSync(/*turbopackIgnore: true*/ folder)) return folder;
  mkdirSync(/*turbopackIgnore: true*/ dataDir, { recursive: true });
  for (const name of readdirSync(/*turbopackIgnore: true*/ dataDir)) {
    if (name.startsWith(PREPARING))
      rmSync(join(/*turbopackIgnore: true*/ dataDir, name), { recursive: true });
  }
  const unfinished = join(/*turbopackIgnore: true*/ dataDir, `${PREPARING}${process.pid}`);
  const { PGlite } = await import("@electric-sql/pglite");
  const pglite = new PGlite(unfinished);
  await pglite.waitReady;
  await pglite.close();
  renameSync(/*turbopackIgnore: true*/ unfinished, folder);
  return folder;
}
