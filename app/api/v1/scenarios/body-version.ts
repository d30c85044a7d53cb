import "server-only";
import { inThread } from "@/app/service/in-thread";
import type { Outcome } from "@/app/service/outcome";
import { refused } from "@/app/service/respond";
import { takeSave } from "@/app/service/shares";
import type { NewScenario } from "@/lib/db/scenarios";
import { readJsonBody } from "@/lib/http/read-json-body";

/** The scenario of a request's body with the numbers that are computed from it now, as it is stored; or the refusal. */
export async function bodyVersion(
  request: Request,
): Promise<{ ok: true; version: NewScenario } | { ok: false; response: Response }> {
  const none = await takeSave(request);
  if (none) return { ok: false, response: refused(none) };
  const body = await readJsonBody(request);
  if (!body.ok) return { ok: false, response: body.refusal };
  const outcome: Outcome<NewScenario> = await inThread("version", body.value, request.signal);
  return outcome.ok
    ? { ok: true, version: outcome.value }
    : { ok: false, response: refused(outcome.refusal) };
}
