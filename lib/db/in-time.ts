import "server-only";
import { DATABASE_DEADLINE_MS, database, withDeadline } from "./client";
import { DatabaseUnavailable, OutcomeUnknown } from "./errors";
import type { Prisma } from "./generated/client";
import { isOutage } from "./outage";

/**
 * Writes in one transaction, and commits only when the caller still waits: past the deadline the transaction is
 * rolled back, so that a caller who heard "nothing was saved" has heard the truth.
 */
export async function commitInTime<T>(
  write: (transaction: Prisma.TransactionClient) => Promise<T>,
): Promise<T> {
  // An object, because its changes are seen across the wait.
  const save: { state: "writing" | "committing" | "late" } = { state: "writing" };
  try {
    return await answer(async () => {
      const { prisma, ensureRoom } = await database();
      await ensureRoom();
      const begin = () => {
        if (save.state === "late") throw new DatabaseUnavailable("the caller has gone");
      };
      begin();
      return prisma.$transaction(async (transaction) => {
        begin();
        const written = await write(transaction);
        begin();
        save.state = "committing";
        return written;
      });
    });
  } catch (error) {
    const unknown = save.state === "committing" && error instanceof DatabaseUnavailable;
    save.state = "late";
    throw unknown ? new OutcomeUnknown(error) : error;
  }
}

/** What the database answers within the deadline, or DatabaseUnavailable, whose reason is logged. */
export async function answer<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await withDeadline(work(), DATABASE_DEADLINE_MS);
  } catch (error) {
    const away = isOutage(error) || (error instanceof Error && error.name === "FolderDamaged");
    const unavailable = away ? new DatabaseUnavailable(error) : error;
    // The caller hears no reason; whoever runs the server finds it here.
    if (unavailable instanceof DatabaseUnavailable) console.error(`database: ${lastLine(unavailable.cause)}`);
    throw unavailable;
  }
}

/** Prisma's messages begin with an excerpt of code; what happened stands in their last line. */
function lastLine(cause: unknown): string {
  const text = cause instanceof Error ? cause.message || cause.name : String(cause);
  return text.trim().split("\n").at(-1) ?? text;
}
