import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { afterEach, expect, it } from "vitest";
import * as plan from "@/app/api/v1/scenarios/[viewId]/route";
import * as plans from "@/app/api/v1/scenarios/route";
import { database } from "@/lib/db/client";
import { createScenario } from "@/lib/db/scenarios";
import { describeDatabases } from "@/test/db/databases";
import { get, pause, serving, stormFromElsewhere } from "./serving";

const SCENARIO = {
  workload: { model: "llama-3.2-1b-instruct" },
  options: [{ accelerator: "nvidia-l40s" }, { accelerator: "nvidia-h100-sxm-80gb" }],
};
/** As a saved page takes, and a save of several sized options: 16 ms of processor time. */
const DRAWN_MS = 16;

let end = () => {};
afterEach(() => end());

/** The app's own handlers behind the door; each takes the time of drawing or estimating besides. */
async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = "GET", url = "/" } = request;
  const body = method === "POST" ? { body: Readable.toWeb(request) as ReadableStream, duplex: "half" } : {};
  const asked = new Request(`http://127.0.0.1${url}`, { method, ...body } as RequestInit);
  const viewId = url.split("/").at(-1) ?? "";
  const answer = await (method === "POST"
    ? plans.POST(asked)
    : plan.GET(asked, { params: Promise.resolve({ viewId }) }));
  for (const until = performance.now() + DRAWN_MS; performance.now() < until; );
  const text = await answer.text();
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(text);
}

describeDatabases("five times the load that can be answered", () => {
  it.each(["reads", "saves"] as const)("is refused in part and never fails: %s", async (what) => {
    const { viewId } = await createScenario({
      name: "read",
      state: SCENARIO,
      result: {},
      engineVersion: "1",
      catalogVersion: "1",
    });
    const opened = await serving(handle, { inWork: 30, queue: 10, wait: 100 });
    end = opened.end;
    const storm =
      what === "reads"
        ? { path: `/api/v1/scenarios/${viewId}`, method: "GET" }
        : { path: "/api/v1/scenarios", method: "POST", body: JSON.stringify(SCENARIO) };
    // The first one reads the code that answers it, while all others would come at once and nobody has waited yet.
    await stormFromElsewhere(opened.port, { ...storm, count: 1, everyMs: 0 });
    const begun = performance.now();
    const answers = await stormFromElsewhere(opened.port, { ...storm, count: 120, everyMs: 2 });
    const good = what === "reads" ? 200 : 201;
    const said = new Set(answers.map(({ status }) => status));
    expect([...said].filter((status) => status !== good && status !== 503)).toEqual([]);
    expect(answers.filter(({ status }) => status === good).length).toBeGreaterThan(5);
    expect(said).toContain(503);
    for (const { status, retryAfter } of answers) expect(retryAfter !== undefined).toBe(status === 503);
    // What was acknowledged is there.
    const { prisma } = await database();
    const made = answers.flatMap(({ text }) =>
      (good === 201 && text ? [JSON.parse(text).viewId ?? []] : []).flat(),
    );
    expect(await prisma.scenario.count({ where: { viewId: { in: made } } })).toBe(new Set(made).size);
    // And then it is over.
    while (opened.door.inWork() > 0) await pause(5);
    const after = performance.now();
    expect((await get(opened.port, `/api/v1/scenarios/${viewId}`)).status).toBe(200);
    expect(performance.now() - after).toBeLessThan(5_000);
    expect(performance.now() - begun).toBeLessThan(30_000);
    await once(opened.door.server.close(), "close").catch(() => {});
  });
});
