// `npm run -s db:backup -- FILE` writes every saved plan into one file, as they are at one moment, from the database that
// the environment names; `db:restore` brings them back into any.
import { backUp } from "@/lib/db/backup-file";
import { closeDatabase } from "@/lib/db/client";
import { databaseWork } from "./database-work";
import { givenPath } from "./given-path";

await databaseWork("npm run -s db:backup -- FILE", async ([file, ...more]) => {
  if (file === undefined || more.length > 0) return null;
  const rows = await backUp(givenPath(file));
  await closeDatabase();
  return { file: givenPath(file), rows };
});
