import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { syncFolder, syncTree } from "./sync-tree.mjs";

// Plain JavaScript because the start script makes the folder in a process of its own, beside the build.

const MAJOR = "18";
const PREPARING = "preparing-";

/** What a new database takes on the disk, in bytes, with room for its first log. */
const NEW_DATABASE_BYTES = 64e6;

/** The embedded database's folder does not open; only a person can decide what to do. */
export class FolderDamaged extends Error {
  /** @param {string} folder @param {string} reason a sentence */
  constructor(folder, reason) {
    super(
      `The database in ${folder} does not open: ${reason} Restore this folder from a backup, or move it away to begin with an empty database.`,
    );
    this.name = "FolderDamaged";
  }
}

/**
 * The embedded database's folder. Its name carries PostgreSQL's major version, because files of another
 * major do not open.
 * @param {string} dataDir @returns {string}
 */
export function embeddedFolder(dataDir) {
  return join(/*turbopackIgnore: true*/ dataDir, `pg${MAJOR}`);
}

/**
 * Makes an empty database when there is none yet; takes seconds and blocks its thread meanwhile. The
 * folder gets its name only when it is complete and on the disk, so neither a kill nor a power cut on the way
 * leaves half a database. One that is there already is never replaced.
 * The caller holds the lock on dataDir.
 * @param {string} dataDir @returns {Promise<string>} the database's folder
 * @throws {FolderDamaged} and an error in plain words when the disk has no room
 */
export async function ensureEmbeddedFolder(dataDir) {
  const folder = embeddedFolder(dataDir);
  if (existsSync(/*turbopackIgnore: true*/ folder)) {
    refuseDamaged(folder);
    return folder;
  }
  mkdirSync(/*turbopackIgnore: true*/ dataDir, { recursive: true });
  for (const name of readdirSync(/*turbopackIgnore: true*/ dataDir)) {
    if (name.startsWith(PREPARING))
      rmSync(join(/*turbopackIgnore: true*/ dataDir, name), { recursive: true });
  }
  if (freeBytes(dataDir) < NEW_DATABASE_BYTES) throw noRoom(dataDir, freeBytes(dataDir));
  const unfinished = join(/*turbopackIgnore: true*/ dataDir, `${PREPARING}${process.pid}`);
  try {
    const { PGlite } = await import("@electric-sql/pglite");
    const pglite = new PGlite(unfinished);
    await pglite.waitReady;
    await pglite.close();
    await syncTree(unfinished);
  } catch (error) {
    // What stops it is another who fills the disk meanwhile; PGlite has no words for that.
    const left = freeBytes(dataDir);
    rmSync(/*turbopackIgnore: true*/ unfinished, { recursive: true, force: true });
    throw left < 1e6 ? noRoom(dataDir, left) : error;
  }
  renameSync(/*turbopackIgnore: true*/ unfinished, folder);
  await syncFolder(dataDir);
  await syncFolder(dirname(/*turbopackIgnore: true*/ dataDir));
  return folder;
}

/**
 * The two marks of a whole database; PGlite would make a new one in silence where the first is missing.
 * @param {string} folder
 */
function refuseDamaged(folder) {
  const version = readMark(folder, "PG_VERSION");
  if (version?.trim() !== MAJOR) {
    throw new FolderDamaged(folder, `its file PG_VERSION ${version === null ? "is missing" : "is damaged"}.`);
  }
  const control = statSync(/*turbopackIgnore: true*/ join(folder, "global", "pg_control"), {
    throwIfNoEntry: false,
  });
  if (control?.size !== 8192) {
    throw new FolderDamaged(folder, `its file global/pg_control is ${control ? "damaged" : "missing"}.`);
  }
}

/** @param {string} folder @param {string} name @returns {string | null} */
function readMark(folder, name) {
  const file = join(/*turbopackIgnore: true*/ folder, name);
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

/** @param {string} folder @returns {number} */
function freeBytes(folder) {
  const { bavail, bsize } = statfsSync(/*turbopackIgnore: true*/ folder);
  return bavail * bsize;
}

/** @param {string} folder @param {number} free bytes */
function noRoom(folder, free) {
  const [has, needs] = [free, NEW_DATABASE_BYTES].map((bytes) => Math.round(bytes / 1e6));
  return new Error(
    `The disk of the data folder ${folder} has ${has} MB free; a new database needs ${needs} MB. Make room, or set DATA_DIR to a folder on another disk.`,
  );
}
