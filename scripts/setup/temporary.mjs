import { accessSync, constants, statfsSync } from "node:fs";
import { freemem, tmpdir } from "node:os";

/** Linux keeps the files of this folder in memory. */
const IN_MEMORY = "/dev/shm";
const ROOM = 4 * 2 ** 30;

/**
 * Where many small files are made and removed the quickest: the tests make dozens of databases of a thousand files each.
 * @returns {string} a folder in memory where there is one with room to spare, else the system's own
 */
export function quickTemporaryFolder() {
  if (process.env.TMPDIR) return tmpdir();
  try {
    accessSync(IN_MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize > ROOM && freemem() > 2 * ROOM ? IN_MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}
