import { DatabaseUnavailable } from "@/lib/db/errors";
import { readScenario } from "@/lib/db/scenarios";
import { problem } from "@/lib/http/problem";
import { readUnavailable } from "../../unavailable";

type Context = { params: Promise<{ viewId: string }> };

/** The latest version of a saved scenario, with its numbers as they were saved. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { viewId } = await params;
  try {
    const saved = await readScenario(viewId);
    if (!saved) return problem(404, "There is no such plan");
    return Response.json(saved, { headers: { "Cache-Control": "no-store" } });
  } catch (error) {
    if (error instanceof DatabaseUnavailable) return readUnavailable();
    throw error;
  }
}
