// `npm run -s db:purge` removes plans that were deleted or have expired more than seven days ago: for a role of its own, where
// the server's may not (see the README).
import { closeDatabase } from "@/lib/db/client";
import { purgeScenarios } from "@/lib/db/lifetime";
import { databaseWork } from "./database-work";

await databaseWork("npm run -s db:purge", async (more) => {
  if (more.length > 0) return null;
  const removed = await purgeScenarios();
  await closeDatabase();
  return { removed };
});
