import { type DatabaseUnavailable, DiskFull, OutcomeUnknown } from "@/lib/db/errors";
import { problem } from "@/lib/http/problem";

/** The answer while the database gives none: what became of the request, and when to try again. */
export function databaseUnavailable(error: DatabaseUnavailable): Response {
  if (error instanceof DiskFull) {
    return problem(507, "The server's disk is full", {
      detail: "Nothing was saved. Saved plans can still be opened. Try again later.",
      headers: { "Retry-After": "60" },
    });
  }
  const fate =
    error instanceof OutcomeUnknown ? "It is not known whether the plan was saved." : "Nothing was saved.";
  return problem(503, "The database is not available", {
    detail: `${fate} Try again in a moment.`,
    headers: { "Retry-After": "2" },
  });
}
