import { type DatabaseUnavailable, DiskFull, OutcomeUnknown } from "@/lib/db/errors";
import { problem } from "@/lib/http/problem";

const unavailable = (detail: string): Response =>
  problem(503, "The database is not available", { detail, headers: { "Retry-After": "2" } });

/** The answer to who reads while the database does not answer, and when to try again. */
export const readUnavailable = (): Response => unavailable("Try again in a moment.");

/** The answer to who saves while the database does not: what became of the plan, and when to try again. */
export function saveUnavailable(error: DatabaseUnavailable): Response {
  if (error instanceof OutcomeUnknown) {
    return unavailable(
      "It is not known whether the plan was saved: if you try again, there may be two of it.",
    );
  }
  if (!(error instanceof DiskFull)) return unavailable("Nothing was saved. Try again in a moment.");
  return problem(507, "The server's disk is full", {
    detail: "Nothing was saved. Plans saved before can still be opened.",
    headers: { "Retry-After": "60" },
  });
}
