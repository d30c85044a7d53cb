import "server-only";
import { database } from "./client";
import { isOutage } from "./outage";

/**
 * Begins to open the database without waiting, so that pages answer meanwhile. A server that is down is
 * tried again by the first request; what only a person can repair (a folder in use, a migration that does
 * not fit) ends the process with one line, because a server that lives on would answer every save with 500.
 */
export function openDatabaseAtStart(): void {
  database().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`database: ${reason}`);
    if (!isOutage(error)) process.exit(1);
  });
}
