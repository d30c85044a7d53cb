import { estimateBody } from "../read-scenario";

/** Estimates a scenario: the same engine and the same numbers as the planner's. */
export async function POST(request: Request): Promise<Response> {
  const read = await estimateBody(request);
  if (!read.ok) return read.refusal;
  return Response.json(read.estimate, { headers: { "Cache-Control": "no-store" } });
}
