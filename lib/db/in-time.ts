import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { circuitBreaker, DATABASE_DEADLINE_MS, database, withDeadline } from "./client";
import { DatabaseUnavailable, OutcomeUnknown } from "./errors";
import type { Prisma } from "./generated/client";
import { isOutage, isRaced } from "./outage";

/** Times that a transaction is begun, where others get in its way. */
const TRIES = 4;
/** The first wait between two, on average; each further one is twice as long. */
const BACKOFF_MS = 10;

/**
 * Writes in one transaction, and commits only when the caller still waits: past the deadline the transaction is
 * rolled back, so that a caller who heard "nothing was saved" has heard the truth. One that the database ended because
 * of another (a deadlock, a serialization failure) is done again.
 */
export async function commitInTime<T>(
  write: (transaction: Prisma.TransactionClient) => Promise<T>,
): Promise<T> {
  // An object, because its changes are seen across the wait.
  const save: { state: "writing" | "committing" | "late" } = { state: "writing" };
  const committing = () => save.state === "committing";
  try {
    return await answer(async () => {
      const { prisma, ensureRoom } = await database();
      await ensureRoom();
      const begin = () => {
        if (save.state === "late") throw new DatabaseUnavailable("the caller has gone");
      };
      begin();
      const once = () =>
        prisma.$transaction(async (transaction) => {
          begin();
          const written = await write(transaction);
          begin();
          save.state = "committing";
          return written;
        });
      for (let tried = 1; ; tried++) {
        try {
          return await once();
        } catch (error) {
          if (tried === TRIES || !isRaced(error) || save.state === "late") throw error;
          save.state = "writing";
          await wait(Math.random() * BACKOFF_MS * 2 ** tried);
        }
      }
    }, committing);
  } catch (error) {
    const unknown = committing() && error instanceof DatabaseUnavailable;
    save.state = "late";
    throw unknown ? new OutcomeUnknown(error) : error;
  }
}

/**
 * What the database answers within the deadline, or DatabaseUnavailable, whose reason is logged: at once while a server
 * is known to be away.
 * @param patient whether the answer is worth waiting for where the server turns out to be away meanwhile
 */
export async function answer<T>(work: () => Promise<T>, patient?: () => boolean): Promise<T> {
  const timed = () => withDeadline(work(), DATABASE_DEADLINE_MS);
  const breaker = circuitBreaker();
  try {
    return await (breaker ? breaker.through(timed, patient) : timed());
  } catch (error) {
    const away = isOutage(error) || (error instanceof Error && error.name === "FolderDamaged");
    const unavailable = away ? new DatabaseUnavailable(error) : error;
    // The caller hears no reason; whoever runs the server finds it here. That it is away was said once.
    if (unavailable instanceof DatabaseUnavailable && !breaker?.isOpen)
      console.error(`database: ${lastLine(unavailable.cause)}`);
    throw unavailable;
  }
}

/** Prisma's messages begin with an excerpt of code; what happened stands in their last line. */
function lastLine(cause: unknown): string {
  const text = cause instanceof Error ? cause.message || cause.name : String(cause);
  return text.trim().split("\n").at(-1) ?? text;
}
