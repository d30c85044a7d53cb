import "server-only";
import { lookupFor } from "@/app/catalog-lookup";
import { answer, type Estimate, UnknownRecord } from "@/lib/engine";
import { problem } from "@/lib/http/problem";
import { readJsonBody } from "@/lib/http/read-json-body";
import { parseScenario } from "@/lib/scenario/parse-scenario";

/** The estimate of a request's scenario, or the answer that refuses it. */
export type EstimatedBody = { ok: true; estimate: Estimate } | { ok: false; refusal: Response };

/**
 * Reads a scenario from a request's body and answers it. Refuses with 400 or 413 what is no JSON, and
 * with 422 what is no scenario or names a record the catalog lacks, each fault with the path of its field.
 */
export async function estimateBody(request: Request): Promise<EstimatedBody> {
  const body = await readJsonBody(request);
  if (!body.ok) return body;
  const reading = parseScenario(body.value);
  if (!reading.ok) {
    return { ok: false, refusal: problem(422, "The scenario is not valid", { errors: reading.errors }) };
  }
  try {
    return { ok: true, estimate: answer(reading.scenario, lookupFor(reading.scenario)) };
  } catch (error) {
    if (!(error instanceof UnknownRecord)) throw error;
    const errors = [{ path: error.path, message: error.message }];
    return { ok: false, refusal: problem(422, "The scenario is not valid", { errors }) };
  }
}
