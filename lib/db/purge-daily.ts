import "server-only";
import { mayPurge, purgeScenarios } from "./lifetime";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * Removes what is past its life a minute after the start, and then every day. Several processes on one database may
 * do so at once. Neither keeps the process alive.
 */
export function purgeDaily(): void {
  setTimeout(purge, MINUTE_MS).unref();
  setInterval(purge, DAY_MS).unref();
}

/** A database that is away was logged where it was asked; the next day is early enough. */
const purge = (): void => {
  purgeWhereAllowed().catch((error: Error) => console.error(`purge: ${error.message}`));
};

async function purgeWhereAllowed(): Promise<void> {
  if (await mayPurge()) await purgeScenarios();
}
