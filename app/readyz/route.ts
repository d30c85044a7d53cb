import { connection } from "next/server";
import { catalogVersion } from "@/lib/catalog";
import { RETRY_AFTER_S } from "@/lib/db/client";
import { DatabaseUnavailable } from "@/lib/db/errors";
import { checkDatabase } from "@/lib/db/scenarios";
import { problem } from "@/lib/http/problem";

/** Whether the catalog is read, and scenarios can be saved and read now: database open, migrations applied. */
export async function GET(): Promise<Response> {
  await connection();
  try {
    const { kind } = await checkDatabase();
    return Response.json(
      { status: "ready", database: kind, catalog: catalogVersion() },
      { headers: { "Cache-Control": "no-store" } },
    );
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable)) throw error;
    return problem(503, "The database is not available", {
      headers: { "Retry-After": String(RETRY_AFTER_S) },
    });
  }
}
