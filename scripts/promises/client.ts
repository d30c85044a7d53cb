import { randomBytes } from "node:crypto";

/** What a request is sent with, beside its address. */
export interface Sent {
  readonly method?: string;
  readonly body?: unknown;
  readonly key?: string | undefined;
  readonly match?: number;
  readonly headers?: Record<string, string>;
}

/** What came back; status 0 where nothing did. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly ms: number;
  readonly retryAfter: string | null;
  readonly headers: Headers;
}

/** One request, which never throws. */
export async function ask(url: string, { method, body, key, match, headers }: Sent = {}): Promise<Answer> {
  const begun = performance.now();
  const done = (status: number, text: string, got = new Headers()): Answer => ({
    status,
    text,
    ms: performance.now() - begun,
    retryAfter: got.get("retry-after"),
    headers: got,
  });
  try {
    const response = await fetch(url, {
      method: method ?? (body === undefined ? "GET" : "POST"),
      headers: {
        ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }),
        ...(match === undefined ? {} : { "If-Match": `"${match}"` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
      redirect: "manual",
    });
    return done(response.status, await response.text(), response.headers);
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string } };
    return done(0, cause?.code ?? message);
  }
}

export const newKey = (): string => randomBytes(32).toString("base64url");

/** A scenario that is quick to compute and has everything that is saved. */
export const scenario = (name: string, inputTokens = 1000) => ({
  name,
  workload: { model: "llama-3.2-1b-instruct", inputTokens, batch: 8 },
  options: [{ accelerator: "nvidia-l40s" }],
});

export interface Created {
  viewId: string;
  editKey: string;
  version: number;
}

/** Saves a scenario. @throws where it was not */
export async function save(url: string, name: string): Promise<Created> {
  const answer = await ask(`${url}/api/v1/scenarios`, { body: scenario(name) });
  if (answer.status !== 201)
    throw new Error(`A save was answered ${answer.status}: ${answer.text.slice(0, 200)}`);
  return JSON.parse(answer.text);
}
