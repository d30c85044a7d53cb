import { statfs } from "node:fs/promises";
import { DiskFull } from "./errors";

/**
 * Room in bytes that saving leaves on the disk: PostgreSQL writes its log in files of 16 MB, and gives up when
 * there is no room for the next one.
 */
const RESERVE_BYTES = 64e6;

/**
 * @param folder on the disk that is meant
 * @throws DiskFull when less than the reserve is free
 */
export async function ensureRoom(folder: string): Promise<void> {
  const { bavail, bsize } = await statfs(/*turbopackIgnore: true*/ folder);
  if (bavail * bsize < RESERVE_BYTES) throw new DiskFull(folder, bavail * bsize, RESERVE_BYTES);
}
