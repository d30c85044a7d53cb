import "server-only";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { finished } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { type KeptRow, readAllRows, type TableName, tableNames, writeRows } from "./kept-rows";

/** The first line of a backup: what it is. The last says how many rows it has, so that a torn one is known for it. */
const HEAD = { backup: "inference-planner", v: 1 };

export type Counts = Record<TableName, number>;

/** A file that is no backup, or not a whole one. */
export class NoBackup extends Error {}

/**
 * Writes everything that is kept into a file, compressed lines of JSON, as it was at one moment; the server may go on
 * meanwhile. The file is there only once it is whole.
 * @returns how many rows of each table it has
 */
export async function backUp(path: string): Promise<Counts> {
  const unfinished = `${path}.part`;
  const gzip = createGzip();
  const file = gzip.pipe(createWriteStream(unfinished, { flags: "wx", mode: 0o600, flush: true }));
  const write = async (line: unknown) => {
    if (!gzip.write(`${JSON.stringify(line)}\n`)) await once(gzip, "drain");
  };
  try {
    await once(file, "open");
    await write(HEAD);
    const counts = await readAllRows(async (rows) => {
      for (const row of rows) await write(row);
    });
    await write({ rows: counts });
    gzip.end();
    await finished(file);
    await rename(unfinished, path);
    return counts;
  } catch (error) {
    gzip.destroy();
    // Another's that is being written is left alone.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") await rm(unfinished, { force: true });
    throw error;
  }
}

/**
 * Brings everything of a backup into the database, all of it or nothing; what the database has already stays.
 * @returns how many rows of each table were new @throws NoBackup, DamagedRow
 */
export const restore = (path: string): Promise<Counts> => writeRows(rowsOf(path));

async function* rowsOf(path: string): AsyncGenerator<KeptRow> {
  const counts: Counts = { scenario: 0, scenario_version: 0, view_link: 0 };
  let head: unknown;
  let end: { rows: Counts } | undefined;
  for await (const line of linesOf(path)) {
    const value = JSON.parse(line);
    if (head === undefined) {
      head = value;
      if (value.backup !== HEAD.backup || value.v !== HEAD.v)
        throw new NoBackup("It is no backup of this program.");
    } else if (value.rows) end = value;
    else {
      counts[(value as KeptRow).table]++;
      yield value;
    }
  }
  if (!end) throw new NoBackup("It is not whole: its last line is missing.");
  const wrong = tableNames.find((table) => end.rows[table] !== counts[table]);
  if (wrong)
    throw new NoBackup(`It is not whole: it has ${counts[wrong]} rows of ${wrong}, not ${end.rows[wrong]}.`);
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const gunzip = createGunzip();
  const file = createReadStream(path);
  file.once("error", (error) => gunzip.destroy(error));
  try {
    yield* createInterface({ input: file.pipe(gunzip), crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    throw code.startsWith("Z_") ? new NoBackup("It is not whole, or no backup at all.") : error;
  }
}
