import { problem } from "./problem";

/** The largest body taken, in bytes: a scenario of six options is below 10 kB. */
export const BODY_LIMIT_BYTES = 256 * 1024;

/** No scenario nests deeper than a few levels; without a limit a hostile body exhausts the stack later. */
const DEPTH_LIMIT = 64;

/** The parsed body, or the answer that refuses it. */
export type JsonBody = { ok: true; value: unknown } | { ok: false; refusal: Response };

/**
 * Reads a request's body as JSON, counting bytes as they arrive and never trusting Content-Length alone.
 * Refuses with 413 past the limit and with 400 what is not one whole JSON text in UTF-8.
 */
export async function readJsonBody(request: Request, limitBytes = BODY_LIMIT_BYTES): Promise<JsonBody> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  const bytes = declared > limitBytes ? null : await readBytes(request.body, limitBytes);
  if (!bytes) {
    return refuse(413, "The body is too large", `It may have at most ${limitBytes} bytes.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    const reason =
      bytes.length === 0 ? "It is empty." : error instanceof Error ? error.message : String(error);
    return refuse(400, "The body is not JSON", reason);
  }
  if (deeperThan(value, DEPTH_LIMIT)) {
    return refuse(400, "The body is nested too deeply", `At most ${DEPTH_LIMIT} levels are taken.`);
  }
  return { ok: true, value };
}

/** All bytes of a stream, or null as soon as there are more than the limit; the rest is not read. */
async function readBytes(body: ReadableStream<Uint8Array> | null, limit: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.byteLength;
    if (length > limit) {
      await reader?.cancel();
      return null;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks, length);
}

function deeperThan(value: unknown, limit: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (limit === 0) return true;
  return Object.values(value).some((member) => deeperThan(member, limit - 1));
}

function refuse(status: number, title: string, detail: string): JsonBody {
  return { ok: false, refusal: problem(status, title, { detail }) };
}
