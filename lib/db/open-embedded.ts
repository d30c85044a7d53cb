import { PGlite } from "@electric-sql/pglite";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { ensureEmbeddedFolder } from "./embedded-folder.mjs";
import { lockFolder, unlockFolder } from "./folder-lock.mjs";
import { migrate } from "./migrate";

/**
 * Opens PostgreSQL inside this process over a data folder, which it locks, and creates when missing.
 * @throws FolderInUse, MigrationError
 */
export async function openEmbedded(dataDir: string) {
  await lockFolder(dataDir);
  const pglite = new PGlite(await ensureEmbeddedFolder(dataDir));
  await pglite.waitReady;
  await migrate({
    query: async (sql, values) => (await pglite.query<Record<string, unknown>>(sql, values)).rows,
    script: (sql) => pglite.exec(sql),
  });
  return {
    adapter: new PrismaPGlite(pglite),
    async close() {
      await pglite.close();
      await unlockFolder(dataDir);
    },
  };
}
