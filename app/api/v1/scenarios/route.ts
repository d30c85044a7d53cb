import { DatabaseUnavailable, UnstorableText } from "@/lib/db/errors";
import { createScenario } from "@/lib/db/scenarios";
import { problem } from "@/lib/http/problem";
import { storedResult } from "@/lib/view/saved/stored-result";
import { estimateBody } from "../read-scenario";
import { saveUnavailable } from "../unavailable";

/** Saves a scenario with the numbers that the server computes from it now; numbers sent along are refused. */
export async function POST(request: Request): Promise<Response> {
  const read = await estimateBody(request);
  if (!read.ok) return read.refusal;
  const { scenario, engineVersion, catalogVersion } = read.estimate;
  try {
    const created = await createScenario({
      name: scenario.name ?? "",
      state: scenario,
      result: storedResult(read.estimate),
      engineVersion,
      catalogVersion,
    });
    const url = `/s/${created.viewId}`;
    return Response.json(
      { ...created, url },
      {
        status: 201,
        headers: { Location: `/api/v1/scenarios/${created.viewId}`, "Cache-Control": "no-store" },
      },
    );
  } catch (error) {
    if (error instanceof DatabaseUnavailable) return saveUnavailable(error);
    if (!(error instanceof UnstorableText)) throw error;
    return problem(422, "The scenario cannot be stored", {
      errors: [{ path: error.field, message: error.message }],
    });
  }
}
