import { problem } from "./problem";

/** The largest body taken, in bytes: a scenario of six options is below 10 kB. */
export const BODY_LIMIT_BYTES = 256 * 1024;

/** No scenario nests deeper than a few levels; without a limit a hostile body exhausts the stack later. */
const DEPTH_LIMIT = 64;

/** The parsed body, or the answer that refuses it. */
export type JsonBody = { ok: true; value: unknown } | Refused;
type Refused = { ok: false; refusal: Response };

/**
 * Reads a request's body as JSON, counting bytes as they arrive and never trusting Content-Length alone.
 * Refuses with 413 past the limit and with 400 what is not one whole JSON text in UTF-8.
 */
export async function readJsonBody(request: Request, limitBytes = BODY_LIMIT_BYTES): Promise<JsonBody> {
  const read = await readBody(request, limitBytes);
  return read.ok ? parseJson(read.bytes) : read;
}

/**
 * Reads a request's body as lines of JSON (NDJSON), at most so many; each line is parsed, or refused, by itself.
 * Refuses the whole with 413 past the limit of bytes or lines, and with 400 where there is none.
 */
export async function readJsonLines(
  request: Request,
  limits: { bytes: number; lines: number },
): Promise<{ ok: true; lines: JsonBody[] } | { ok: false; refusal: Response }> {
  const read = await readBody(request, limits.bytes);
  if (!read.ok) return read;
  const lines = linesOf(read.bytes);
  if (lines.length > limits.lines)
    return refuse(413, "There are too many lines", `There may be at most ${limits.lines}.`);
  if (lines.length === 0) return refuse(400, "The body is not NDJSON", "It is empty.");
  return { ok: true, lines: lines.map(parseJson) };
}

const LINE_BREAK = 0x0a;

/** The lines of a body, without those that hold nothing but white space. */
function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0; from < bytes.length; ) {
    const found = bytes.indexOf(LINE_BREAK, from);
    const end = found < 0 ? bytes.length : found;
    const line = bytes.subarray(from, end);
    if (line.some((byte) => byte > 0x20)) lines.push(line);
    from = end + 1;
  }
  return lines;
}

async function readBody(
  request: Request,
  limitBytes: number,
): Promise<{ ok: true; bytes: Uint8Array } | Refused> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  const bytes = declared > limitBytes ? null : await readBytes(request.body, limitBytes);
  return bytes
    ? { ok: true, bytes }
    : refuse(413, "The body is too large", `It may have at most ${limitBytes} bytes.`);
}

function parseJson(bytes: Uint8Array): JsonBody {
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

function refuse(status: number, title: string, detail: string): Refused {
  return { ok: false, refusal: problem(status, title, { detail }) };
}
