import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { embeddedFolder } from "@/lib/db/embedded-folder.mjs";
import { EmbeddedThread } from "@/lib/db/embedded-thread";
import { DatabaseLost } from "@/lib/db/errors";
import { isOutage } from "@/lib/db/outage";
import { folderWithDatabase } from "./databases";

let dataDir = "";
beforeAll(async () => {
  dataDir = await folderWithDatabase();
});
afterAll(() => rmSync(dataDir, { recursive: true }));

const ENDLESS = "SELECT count(*) FROM generate_series(1, 1000000000000)";

it("ends a database that never comes back, and lets it be opened again", async () => {
  const folder = embeddedFolder(dataDir);
  const hung = new EmbeddedThread(folder, 2500);
  await hung.opened;
  await hung.call("script", "CREATE TABLE kept (id int); INSERT INTO kept VALUES (1)");
  const begun = Date.now();
  const asked = [hung.call("rows", ENDLESS, []), hung.call("rows", "SELECT 1", [])];
  for (const answer of await Promise.allSettled(asked)) {
    const reason: unknown = answer.status === "rejected" ? answer.reason : null;
    expect(reason).toBeInstanceOf(DatabaseLost);
    expect(isOutage(reason)).toBe(true);
  }
  expect(hung.hung).toBe(true);
  expect(Date.now() - begun).toBeGreaterThan(2400);
  await hung.ended;
  await expect(hung.call("rows", "SELECT 1", [])).rejects.toThrow(DatabaseLost);

  const anew = new EmbeddedThread(folder);
  await anew.opened;
  expect(await anew.call("rows", "SELECT id FROM kept", [])).toEqual([{ id: 1 }]);
  await anew.close();
});

it("does not take calls that wait for each other for a hang", async () => {
  const thread = new EmbeddedThread(embeddedFolder(dataDir), 2000);
  await thread.opened;
  await thread.call("begin", 1, Date.now() + 60_000);
  const waits = thread.call("begin", 2, Date.now() + 60_000);
  const gone = thread.call("begin", 3, Date.now() + 1000).catch(String);
  await new Promise((resolve) => setTimeout(resolve, 3000));
  await thread.call("rollback", 1);
  await waits;
  await thread.call("commit", 2);
  expect(await gone).toContain("Its caller has gone.");
  await thread.close();
});

it("writes its tables out now and then, so that its log neither grows for ever nor takes long to read again", async () => {
  const thread = new EmbeddedThread(embeddedFolder(dataDir));
  await thread.opened;
  const redo = async () => {
    const [row] = await thread.call<{ redo_lsn: string }[]>(
      "rows",
      "SELECT redo_lsn FROM pg_control_checkpoint()",
      [],
    );
    return row?.redo_lsn;
  };
  const before = await redo();
  for (let round = 0; round < 3; round++) {
    await thread.call("script", "SELECT pg_logical_emit_message(true, 'x', repeat('x', 20000000))");
  }
  await vi.waitUntil(async () => (await redo()) !== before, { timeout: 20_000, interval: 500 });
  await thread.close();
});
