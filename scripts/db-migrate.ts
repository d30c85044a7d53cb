// `DATABASE_URL=… npm run -s db:migrate -- --application ROLE [--purge ROLE]` brings a PostgreSQL database to the newest migration as
// the role that owns its tables, and gives the other roles what they need and nothing else. The roles must be there.
import { parseArgs } from "node:util";
import { migrateServer } from "@/lib/db/open-postgresql";
import { databaseWork } from "./database-work";

const USAGE = "DATABASE_URL=postgresql://owner@… npm run -s db:migrate -- --application ROLE [--purge ROLE]";

await databaseWork(USAGE, async (args) => {
  const role = { type: "string" } as const;
  const { values } = parseArgs({ args, options: { application: role, purge: role } });
  const { application, purge } = values;
  const url = process.env.DATABASE_URL;
  if (!url || application === undefined) return null;
  const applied = await migrateServer(url, { application, ...(purge === undefined ? {} : { purge }) });
  return { applied, application, purge };
});
