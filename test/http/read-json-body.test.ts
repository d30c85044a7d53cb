import { expect, it } from "vitest";
import { BODY_LIMIT_BYTES, readJsonBody } from "@/lib/http/read-json-body";

function request(body: BodyInit, headers: Record<string, string> = {}): Request {
  // Node asks for "duplex" on a streamed body; the type of RequestInit does not know it.
  const init = { method: "POST", body, headers, duplex: "half" };
  return new Request("http://localhost/api", init as RequestInit);
}

async function refusal(body: BodyInit, headers?: Record<string, string>) {
  const answer = await readJsonBody(request(body, headers));
  if (answer.ok) throw new Error("was taken");
  expect(answer.refusal.headers.get("content-type")).toBe("application/problem+json");
  return { status: answer.refusal.status, ...(await answer.refusal.json()) };
}

it("reads JSON, also in several chunks that split a character", async () => {
  const bytes = new TextEncoder().encode('{"name":"€ 🧮","n":[1.5e-7]}');
  const stream = new ReadableStream({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  expect(await readJsonBody(request(stream))).toEqual({ ok: true, value: { name: "€ 🧮", n: [1.5e-7] } });
});

it("takes a body of exactly the limit and refuses one byte more", async () => {
  const text = (length: number) => `"${"x".repeat(length - 2)}"`;
  expect((await readJsonBody(request(text(BODY_LIMIT_BYTES)))).ok).toBe(true);
  expect(await refusal(text(BODY_LIMIT_BYTES + 1))).toMatchObject({ status: 413 });
});

it("stops reading an endless body that declares no length", async () => {
  let sent = 0;
  let cancelled = false;
  const endless = new ReadableStream({
    pull(controller) {
      sent += 65_536;
      controller.enqueue(new Uint8Array(65_536).fill(32));
    },
    cancel() {
      cancelled = true;
    },
  });
  expect(await refusal(endless)).toMatchObject({ status: 413 });
  expect(sent).toBeLessThan(BODY_LIMIT_BYTES + 4 * 65_536);
  expect(cancelled).toBe(true);
});

it("refuses a declared length past the limit without reading", async () => {
  expect(await refusal("{}", { "content-length": "10000000" })).toMatchObject({ status: 413 });
});

it.each([
  ["empty", ""],
  ["truncated", '{"batch": 8, "mod'],
  ["two values", "{} {}"],
  ["not a number", '{"batch": NaN}'],
])("refuses a body that is %s", async (_, body) => {
  expect(await refusal(body)).toMatchObject({ status: 400, title: "The body is not JSON" });
});

it("refuses bytes that are not UTF-8", async () => {
  expect(await refusal(Uint8Array.of(34, 0xff, 34))).toMatchObject({ status: 400 });
});

it("refuses deep nesting that would exhaust the stack later", async () => {
  expect(await refusal("[".repeat(100_000) + "]".repeat(100_000))).toMatchObject({ status: 400 });
  expect((await readJsonBody(request("[".repeat(60) + "]".repeat(60)))).ok).toBe(true);
});

it("keeps a prototype key as data", async () => {
  const answer = await readJsonBody(request('{"__proto__": {"polluted": true}}'));
  expect(answer.ok && Object.keys(answer.value as object)).toEqual(["__proto__"]);
  expect({}).not.toHaveProperty("polluted");
});
