// `DATABASE_URL=postgresql://… npm run -s db:move` takes every plan of the embedded database (DATA_DIR) to a PostgreSQL
// server, whose tables it makes; the embedded one stays as it is. Doing it again takes what has been saved meanwhile.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { backUp, restore } from "@/lib/db/backup-file";
import { closeDatabase } from "@/lib/db/client";
import { databaseWork } from "./database-work";

await databaseWork("DATABASE_URL=postgresql://… npm run -s db:move", async (more) => {
  const server = process.env.DATABASE_URL;
  if (!server || more.length > 0) return null;
  const folder = mkdtempSync(join(tmpdir(), "inference-planner-move-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, "plans");
  delete process.env.DATABASE_URL;
  const rows = await backUp(file);
  await closeDatabase();
  process.env.DATABASE_URL = server;
  const newRows = await restore(file);
  await closeDatabase();
  return { rows, newRows };
});
