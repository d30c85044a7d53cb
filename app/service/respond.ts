import "server-only";
import { problem } from "@/lib/http/problem";
import { readJsonBody } from "@/lib/http/read-json-body";
import { inThread } from "./in-thread";
import type { Outcome, Refusal } from "./outcome";
import { takeWork } from "./shares";
import type { TaskName } from "./tasks";

/** An answer that is nobody else's, and that is computed anew each time. */
const HEADERS = { "Cache-Control": "no-store" };

export const refused = ({ status, title, ...more }: Refusal): Response => problem(status, title, more);

/** An answer that is JSON text already. */
export const jsonText = (outcome: Outcome<string>): Response =>
  outcome.ok
    ? new Response(outcome.value, { headers: { ...HEADERS, "Content-Type": "application/json" } })
    : refused(outcome.refusal);

/** Tasks whose input is a request's body, and whose answer is JSON. */
type BodyTask = Exclude<TaskName, "ready" | "version" | "export" | "batch">;

/** Answers a request by a task on its body. */
export async function respond(name: BodyTask, request: Request): Promise<Response> {
  const none = await takeWork(request, name);
  if (none) return refused(none);
  const body = await readJsonBody(request);
  if (!body.ok) return body.refusal;
  return jsonText(await inThread(name, body.value, request.signal));
}
