import { embeddedAdapter } from "./embedded-adapter";
import { ensureEmbeddedFolder, FolderDamaged } from "./embedded-folder.mjs";
import { EmbeddedThread } from "./embedded-thread";
import { DiskFull } from "./errors";
import { lockFolder, unlockFolder } from "./folder-lock.mjs";
import { ensureRoom } from "./free-space";
import { migrate } from "./migrate";

/**
 * Opens PostgreSQL in a thread of this process over a data folder, which it locks, and creates when missing.
 * @param lost called when the database ends without being closed
 * @param waitMs how long a transaction may wait for those before it
 * @throws FolderInUse, FolderDamaged, DiskFull, MigrationError
 */
export async function openEmbedded(dataDir: string, lost: () => void, waitMs: number) {
  await lockFolder(dataDir);
  const folder = await ensureEmbeddedFolder(dataDir);
  const thread = new EmbeddedThread(folder);
  thread.ended.then(lost);
  try {
    await thread.opened;
  } catch (error) {
    throw await whyShut(folder, thread, error);
  }
  try {
    await migrate({
      query: (sql, values) => thread.call("rows", sql, values ?? []),
      script: (sql) => thread.call("script", sql),
    });
  } catch (error) {
    await thread.end("its migrations failed");
    throw error;
  }
  return {
    adapter: embeddedAdapter(thread, waitMs),
    pool: undefined,
    ensureRoom: () => ensureRoom(folder),
    async close() {
      await thread.close();
      await unlockFolder(dataDir);
    },
  };
}

/** PostgreSQL's own words for a full disk or damaged files tell a person neither what happened nor what to do. */
async function whyShut(folder: string, thread: EmbeddedThread, error: unknown): Promise<unknown> {
  await thread.end("it did not open");
  const full = await ensureRoom(folder).catch((reason: unknown) => reason);
  if (full instanceof DiskFull) return full;
  if (thread.hung || !(error instanceof Error)) return error;
  return new FolderDamaged(folder, `PostgreSQL says "${error.message}".`);
}
