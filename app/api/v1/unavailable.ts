import { problem } from "@/lib/http/problem";

/** The answer while the database does not: nothing was saved, and when to try again. */
export const databaseUnavailable = (): Response =>
  problem(503, "The database is not available", {
    detail: "Nothing was saved. Try again in a moment.",
    headers: { "Retry-After": "2" },
  });
