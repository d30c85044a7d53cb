import { RETRY_AFTER_S } from "@/lib/db/client";
import { type DatabaseUnavailable, DiskFull, OutcomeUnknown } from "@/lib/db/errors";
import { problem } from "@/lib/http/problem";

const unavailable = (detail: string): Response =>
  problem(503, "The database is not available", {
    detail,
    headers: { "Retry-After": String(RETRY_AFTER_S) },
  });

/** The answer to who reads while the database does not answer, and when to try again. */
export const readUnavailable = (): Response => unavailable("Try again in a moment.");

/** What comes of a change that is asked for again: nothing more, or a second of what it makes. */
export type Repeated = "same" | "second";

/**
 * The answer to who saves while the database does not: what became of it, and when to try again. An attempt before this
 * one may have saved it; of that this one knows nothing.
 */
export function saveUnavailable(error: DatabaseUnavailable, repeated: Repeated): Response {
  if (error instanceof OutcomeUnknown) {
    const again =
      repeated === "same"
        ? "Try again: it is saved once, however often it is sent."
        : "If you try again, there may be two of it.";
    return unavailable(`It is not known whether this was saved. ${again}`);
  }
  if (!(error instanceof DiskFull)) return unavailable("This attempt saved nothing. Try again in a moment.");
  return problem(507, "The server's disk is full", {
    detail: "Nothing was saved. Plans saved before can still be opened.",
    headers: { "Retry-After": "60" },
  });
}
