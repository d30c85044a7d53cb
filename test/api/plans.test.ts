import { describe, expect, it } from "vitest";
import * as link from "@/app/api/v1/scenarios/[viewId]/links/[linkId]/route";
import * as links from "@/app/api/v1/scenarios/[viewId]/links/route";
import * as restore from "@/app/api/v1/scenarios/[viewId]/restore/route";
import * as plan from "@/app/api/v1/scenarios/[viewId]/route";
import * as version from "@/app/api/v1/scenarios/[viewId]/versions/[number]/route";
import * as versions from "@/app/api/v1/scenarios/[viewId]/versions/route";
import * as plans from "@/app/api/v1/scenarios/route";
import { describeDatabases } from "@/test/db/databases";

const SCENARIO = {
  name: "Racks",
  workload: { model: "llama-3.2-1b-instruct" },
  options: [{ accelerator: "nvidia-l40s" }],
};
const KEY = Buffer.alloc(32, 7).toString("base64url");

type Sent = { body?: unknown; key?: string; match?: string; headers?: Record<string, string> };

function request(method: string, { body, key, match, headers }: Sent = {}): Request {
  return new Request("http://127.0.0.1/", {
    method,
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
      ...(match === undefined ? {} : { "if-match": match }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const at = <P extends Record<string, string>>(params: P) => ({ params: Promise.resolve(params) });

async function saved(sent: Sent = {}) {
  const response = await plans.POST(request("POST", { body: SCENARIO, ...sent }));
  expect(response.status).toBe(201);
  expect(response.headers.get("etag")).toBe('"1"');
  return (await response.json()) as { viewId: string; editKey: string; version: number };
}

/** Every change over HTTP, as its holder would ask for it. */
const CHANGES: Record<string, (viewId: string, key: string | undefined, own: string) => Promise<Response>> = {
  "PUT plan": (viewId, key) =>
    plan.PUT(
      request("PUT", { body: SCENARIO, match: '"1"', ...(key === undefined ? {} : { key }) }),
      at({ viewId }),
    ),
  "PATCH plan": (viewId, key) =>
    plan.PATCH(
      request("PATCH", { body: { expiresInDays: 3 }, ...(key === undefined ? {} : { key }) }),
      at({ viewId }),
    ),
  "DELETE plan": (viewId, key) =>
    plan.DELETE(request("DELETE", { match: '"1"', ...(key === undefined ? {} : { key }) }), at({ viewId })),
  "POST restore": (viewId, key) =>
    restore.POST(request("POST", key === undefined ? {} : { key }), at({ viewId })),
  "GET links": (viewId, key) => links.GET(request("GET", key === undefined ? {} : { key }), at({ viewId })),
  "POST links": (viewId, key) =>
    links.POST(
      request("POST", { body: { name: "x" }, ...(key === undefined ? {} : { key }) }),
      at({ viewId }),
    ),
  "DELETE link": (viewId, key, linkId) =>
    link.DELETE(request("DELETE", key === undefined ? {} : { key }), at({ viewId, linkId })),
};

describeDatabases("plans over HTTP", () => {
  it("are updated from the version that was seen, and each version stays", async () => {
    const { viewId, editKey } = await saved();
    const changed = { ...SCENARIO, name: "More racks", workload: { ...SCENARIO.workload, batch: 4 } };
    const put = (match?: string) =>
      plan.PUT(
        request("PUT", { body: changed, key: editKey, ...(match === undefined ? {} : { match }) }),
        at({ viewId }),
      );
    expect((await put()).status).toBe(428);
    for (const odd of ["*", '"1", "2"', 'W/"1"', "1", '"01"', '"0"'])
      expect((await put(odd)).status, odd).toBe(400);
    const second = await put('"1"');
    expect([second.status, second.headers.get("etag")]).toEqual([200, '"2"']);
    expect(await second.json()).toEqual({ viewId, version: 2, url: `/s/${viewId}` });
    const other = await plan.PUT(
      request("PUT", { body: SCENARIO, key: editKey, match: '"1"' }),
      at({ viewId }),
    );
    expect([other.status, other.headers.get("etag")]).toEqual([412, '"2"']);
    expect((await put('"1"')).status, "the same once more").toBe(200);
    const found = await plan.GET(request("GET"), at({ viewId }));
    expect(await found.json()).toMatchObject({ name: "More racks", version: 2, latestVersion: 2 });
    const known = request("GET", { headers: { "if-none-match": '"2"' } });
    expect((await plan.GET(known, at({ viewId }))).status).toBe(304);
    const first = await version.GET(request("GET"), at({ viewId, number: "1" }));
    expect(await first.json()).toMatchObject({ name: "Racks", version: 1, latestVersion: 2 });
    const history = await (await versions.GET(request("GET"), at({ viewId }))).json();
    expect(history.versions.map((each: { version: number }) => each.version)).toEqual([2, 1]);
    for (const number of ["3", "0", "1.5", "x", "99999999999"])
      expect((await version.GET(request("GET"), at({ viewId, number }))).status).toBe(404);
  });

  it.each(Object.entries(CHANGES))(
    "refuse %s with one answer, whatever is wrong with the key",
    async (_, change) => {
      const mine = await saved();
      const { editKey: others } = await saved();
      const made = await links.POST(
        request("POST", { key: mine.editKey, body: {} }),
        at({ viewId: mine.viewId }),
      );
      const { linkId } = await made.json();
      const answers = [
        await change(mine.viewId, undefined, linkId),
        await change(mine.viewId, KEY, linkId),
        await change(mine.viewId, others, linkId),
        await change(mine.viewId, mine.viewId, linkId),
        await change(mine.viewId, "short", linkId),
        await change(linkId, mine.editKey, linkId),
        await change("A".repeat(22), mine.editKey, linkId),
      ];
      const said = await Promise.all(answers.map(async (each) => [each.status, await each.text()]));
      expect(new Set(said.map(String)).size, String(said)).toBe(1);
      expect(answers[0]?.status).toBe(404);
      const after = await (await plan.GET(request("GET"), at({ viewId: mine.viewId }))).json();
      expect(after).toMatchObject({ version: 1, latestVersion: 1 });
      expect((await plan.GET(request("GET"), at({ viewId: linkId }))).status).toBe(200);
    },
  );

  it("are deleted, restored and given another life by who has the key", async () => {
    const { viewId, editKey: key } = await saved();
    const gone = await plan.DELETE(request("DELETE", { key, match: '"1"' }), at({ viewId }));
    expect(Date.parse((await gone.json()).restorableUntil)).toBeGreaterThan(Date.now() + 6.9 * 86_400_000);
    expect((await plan.GET(request("GET"), at({ viewId }))).status).toBe(404);
    expect((await restore.POST(request("POST", { key }), at({ viewId }))).status).toBe(200);
    const life = await plan.PATCH(request("PATCH", { key, body: { expiresInDays: 2 } }), at({ viewId }));
    expect(Date.parse((await life.json()).expiresAt) - Date.now()).toBeLessThan(2.1 * 86_400_000);
    const refused = await plan.PATCH(
      request("PATCH", { key, body: { expiresInDays: 0, embedOrigins: [7] } }),
      at({ viewId }),
    );
    expect((await refused.json()).errors).toEqual([
      { path: "expiresInDays", message: "expected at least 1, understood 0" },
      { path: "embedOrigins.0", message: "expected text, understood 7" },
    ]);
    for (const body of [
      {},
      { expiresInDays: 0 },
      { expiresInDays: 1e6 },
      { expiresInDays: 2, also: 1 },
      [],
      null,
    ])
      expect((await plan.PATCH(request("PATCH", { key, body }), at({ viewId }))).status).toBe(422);
  });

  it("have links with names, of which one is revoked and the others open on", async () => {
    const { viewId, editKey: key } = await saved();
    const make = async (body: unknown) =>
      (await links.POST(request("POST", { key, body }), at({ viewId }))).json();
    const board = await make({ name: " Board \u0007 ", expiresInDays: 30 });
    const team = await make({ name: "Team" });
    expect(board).toMatchObject({ url: `/s/${board.linkId}`, revokedAt: null });
    expect(board.name).not.toContain("\u0007");
    expect((await link.DELETE(request("DELETE", { key }), at({ viewId, linkId: board.linkId }))).status).toBe(
      204,
    );
    expect((await plan.GET(request("GET"), at({ viewId: board.linkId }))).status).toBe(404);
    const shown = await (await plan.GET(request("GET"), at({ viewId: team.linkId }))).json();
    expect(JSON.stringify(shown)).not.toContain(viewId);
    const listed = await (await links.GET(request("GET", { key }), at({ viewId }))).json();
    expect(listed.links.map(({ linkId }: { linkId: string }) => linkId)).toEqual([
      viewId,
      board.linkId,
      team.linkId,
    ]);
  });

  describe("saved by a request that is repeated", () => {
    it("are one plan with a key of the caller's, and says when it is not the same", async () => {
      const headers = { "idempotency-key": "a1" };
      const first = await saved({ key: KEY, headers });
      expect(first.editKey).toBe(KEY);
      expect((await saved({ key: KEY, headers })).viewId).toBe(first.viewId);
      const other = { ...SCENARIO, name: "Other" };
      const mixed = await plans.POST(request("POST", { body: other, key: KEY, headers }));
      expect(mixed.status).toBe(422);
      expect((await saved({ key: KEY })).viewId).not.toBe(first.viewId);
    });

    it.each<[string, Sent]>([
      ["a name for the request and no key", { headers: { "idempotency-key": "a1" } }],
      ["a name that is none", { key: KEY, headers: { "idempotency-key": "a b" } }],
      ["a name too long", { key: KEY, headers: { "idempotency-key": "x".repeat(201) } }],
      ["a key too short", { key: "abc" }],
      ["a key whose last bits nobody would read", { key: `${KEY.slice(0, 42)}B` }],
    ])("are refused with %s", async (_, sent) => {
      expect((await plans.POST(request("POST", { body: SCENARIO, ...sent }))).status).toBe(400);
    });
  });
});
