import { problem } from "./problem";
import { readJsonBody } from "./read-json-body";

/** A schema as far as it is needed here: what Zod's schemas do, without naming the library. */
interface Schema<T, I> {
  safeParse(
    value: unknown,
    options: { reportInput: true },
  ): { success: true; data: T } | { success: false; error: { issues: readonly I[] } };
}

/** No form of ours is longer; a scenario is read by other means. */
const LIMIT_BYTES = 4096;

/** A request's fields, or the answer that refuses them: 400 or 413 what is no JSON, 422 each field that does not fit. */
export async function readFields<T, I>(
  request: Request,
  schema: Schema<T, I>,
  /** What is wrong and where, in a reader's words. */
  wordsOf: (issues: readonly I[]) => { path: string; message: string }[],
): Promise<{ ok: true; value: T } | { ok: false; refusal: Response }> {
  const body = await readJsonBody(request, LIMIT_BYTES);
  if (!body.ok) return body;
  const reading = schema.safeParse(body.value, { reportInput: true });
  if (reading.success) return { ok: true, value: reading.data };
  const errors = wordsOf(reading.error.issues);
  return { ok: false, refusal: problem(422, "The request is not valid", { errors }) };
}
