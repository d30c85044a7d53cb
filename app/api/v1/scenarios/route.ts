import { createScenario } from "@/lib/db/scenarios";
import { bearerOf } from "@/lib/http/conditions";
import { problem } from "@/lib/http/problem";
import { bodyVersion } from "./body-version";
import { creationOf } from "./creation";
import { changing, PRIVATE } from "./refusals";

/**
 * Saves a scenario with the numbers that the server computes from it now; numbers sent along are refused. A key in
 * Authorization becomes the plan's edit key, and with an Idempotency-Key a repeated request gets the same plan.
 */
export async function POST(request: Request): Promise<Response> {
  const creation = creationOf(bearerOf(request), request.headers.get("idempotency-key"));
  if ("refusal" in creation) return problem(400, creation.refusal);
  const read = await bodyVersion(request);
  if (!read.ok) return read.response;
  return changing(
    async () => {
      const created = await createScenario(read.version, creation);
      const headers = { ...PRIVATE, Location: `/api/v1/scenarios/${created.viewId}`, ETag: '"1"' };
      return Response.json({ ...created, url: `/s/${created.viewId}` }, { status: 201, headers });
    },
    creation.idempotencyKey === undefined ? "second" : "same",
  );
}
