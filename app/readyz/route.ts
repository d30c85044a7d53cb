import { connection } from "next/server";
import { DatabaseUnavailable } from "@/lib/db/errors";
import { checkDatabase } from "@/lib/db/scenarios";
import { problem } from "@/lib/http/problem";

/** Whether scenarios can be saved and read now: the database is open and every migration applied. */
export async function GET(): Promise<Response> {
  await connection();
  try {
    const { kind } = await checkDatabase();
    return Response.json({ status: "ready", database: kind }, { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    if (!(error instanceof DatabaseUnavailable)) throw error;
    return problem(503, "The database is not available", { headers: { "Retry-After": "2" } });
  }
}
