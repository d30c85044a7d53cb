import { problem } from "./problem";
import { readJsonBody } from "./read-json-body";

/** A schema as far as it is needed here: what Zod's schemas do, without naming the library. */
interface Schema<T> {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } };
}

/** No form of ours is longer; a scenario is read by other means. */
const LIMIT_BYTES = 4096;

/** A request's fields, or the answer that refuses them: 400 or 413 what is no JSON, 422 each field that does not fit. */
export async function readFields<T>(
  request: Request,
  schema: Schema<T>,
): Promise<{ ok: true; value: T } | { ok: false; refusal: Response }> {
  const body = await readJsonBody(request, LIMIT_BYTES);
  if (!body.ok) return body;
  const reading = schema.safeParse(body.value);
  if (reading.success) return { ok: true, value: reading.data };
  const errors = reading.error.issues.map(({ path, message }) => ({
    path: path.map(String).join("."),
    message,
  }));
  return { ok: false, refusal: problem(422, "The request is not valid", { errors }) };
}
