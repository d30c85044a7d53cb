import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import * as plan from "@/app/api/v1/scenarios/[viewId]/route";
import * as plans from "@/app/api/v1/scenarios/route";
import { previewText } from "@/app/preview-text";
import * as preview from "@/app/s/[viewId]/preview.png/route";
import { closeDatabase, database } from "@/lib/db/client";
import { readScenario } from "@/lib/db/scenarios";
import { allowFrames, whileAnswering } from "@/lib/http/door/answer-being-given.mjs";
import { pagePolicy } from "@/lib/http/door/headers.mjs";
import { folderWithDatabase } from "../db/databases";

let folder = "";
beforeAll(async () => {
  folder = await folderWithDatabase();
  process.env.DATA_DIR = folder;
  await database();
});
afterAll(async () => {
  await closeDatabase();
  rmSync(folder, { recursive: true });
});

const at = (viewId: string) => ({ params: Promise.resolve({ viewId }) });

async function saved(more: object = {}) {
  const body = JSON.stringify({
    workload: { model: "llama-3.2-1b-instruct" },
    options: [{ accelerator: "nvidia-l40s" }],
    ...more,
  });
  return (await plans.POST(new Request("http://127.0.0.1/", { method: "POST", body }))).json();
}

it("are shown in frames of the origins alone that the plan's holder names", async () => {
  const { viewId, editKey } = await saved();
  const patch = async (embedOrigins: unknown) => {
    const headers = { authorization: `Bearer ${editKey}` };
    const body = JSON.stringify({ embedOrigins });
    const answer = await plan.PATCH(
      new Request("http://127.0.0.1/", { method: "PATCH", headers, body }),
      at(viewId),
    );
    return answer.status;
  };
  for (const odd of [
    ["https://a.example/path"],
    ["a.example"],
    ["https://a.example; script-src *"],
    ["https://a.example https://b.example"],
    ["javascript:alert(1)"],
    "https://a.example",
  ])
    expect(await patch(odd), String(odd)).toBe(422);
  expect((await readScenario(viewId))?.embedOrigins).toEqual([]);
  expect(await patch(["https://wiki.example:8443", "https://b.example"])).toBe(200);
  const origins = (await readScenario(viewId))?.embedOrigins ?? [];
  const shown = await (await plan.GET(new Request("http://127.0.0.1/"), at(viewId))).json();
  expect(shown).not.toHaveProperty("embedOrigins");

  const headers = new Map<string, unknown>();
  const response = {
    headersSent: false,
    getHeader: (name: string) => headers.get(name),
    setHeader: (name: string, value: unknown) => headers.set(name, value),
    removeHeader: (name: string) => headers.delete(name),
  };
  const answer = async (allowed: readonly string[]) => {
    headers.set("Content-Security-Policy", pagePolicy("abc")).set("X-Frame-Options", "DENY");
    await whileAnswering(response as never, async () => allowFrames(allowed));
    return [...headers.values()].join(" ");
  };
  expect(await answer([])).toMatch(/frame-ancestors 'none'.* DENY$/);
  const framed = await answer(origins);
  expect(framed).toContain("frame-ancestors https://wiki.example:8443 https://b.example;");
  expect(framed).toContain("script-src 'nonce-abc'");
  expect(framed).not.toContain("DENY");
});

it("have a preview image that is made here, whatever letters a name has", async () => {
  const fetched = vi.spyOn(globalThis, "fetch");
  const { viewId } = await saved({ name: "Plan für 日本 😀 → 2,000 ≤ §" });
  const image = await preview.GET(new Request("http://127.0.0.1/"), at(viewId));
  const bytes = Buffer.from(await image.arrayBuffer());
  expect([image.headers.get("content-type"), bytes.subarray(1, 4).toString()]).toEqual(["image/png", "PNG"]);
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  expect(fetched.mock.calls.map(([url]) => String(url)).filter((url) => !url.startsWith("data:"))).toEqual(
    [],
  );
  fetched.mockRestore();
  expect((await preview.GET(new Request("http://127.0.0.1/"), at("A".repeat(22)))).status).toBe(404);
});

it("say in an image what its font can say, and no more than fits", () => {
  expect(previewText("für 日本 😀 → 5 ≤ 6", 40)).toBe("für to 5 <= 6");
  expect(previewText("x".repeat(50), 10)).toBe(`${"x".repeat(9)}…`);
});
