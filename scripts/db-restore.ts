// `npm run -s db:restore -- FILE` brings the plans of a backup into the database that the environment names: all of them or
// none, and those that it has already stay as they are.
import { restore } from "@/lib/db/backup-file";
import { closeDatabase } from "@/lib/db/client";
import { databaseWork } from "./database-work";
import { givenPath } from "./given-path";

await databaseWork("npm run -s db:restore -- FILE", async ([file, ...more]) => {
  if (file === undefined || more.length > 0) return null;
  const newRows = await restore(givenPath(file));
  await closeDatabase();
  return { newRows };
});
