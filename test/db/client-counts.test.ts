import { expect, it } from "vitest";
import { closeDatabase, database } from "@/lib/db/client";
import { take } from "@/lib/db/client-counts";
import { describeDatabases } from "./databases";

describeDatabases("the share of a client", () => {
  it("is taken by points, each client's and each name's by itself, and says when there is more", async () => {
    const share = { name: `t${Date.now()}`, points: 10, seconds: 60 };
    expect([await take(share, "a", 6), await take(share, "a", 4)]).toEqual([null, null]);
    const waitMs = await take(share, "a", 1);
    expect(waitMs).toBeGreaterThan(0);
    expect(waitMs).toBeLessThanOrEqual(60_000);
    expect(await take(share, "b", 10)).toBeNull();
    expect(await take({ ...share, name: `${share.name}x` }, "a", 10)).toBeNull();
  });

  it("is counted where all processes of a server see it, and without the database where one has it alone", async () => {
    await closeDatabase();
    const share = { name: `seen${Date.now()}`, points: 10, seconds: 60 };
    await take(share, "a", 6);
    const opened = (globalThis as { inferencePlannerDatabase?: unknown }).inferencePlannerDatabase;
    expect(opened !== undefined).toBe(Boolean(process.env.DATABASE_URL));
    if (!process.env.DATABASE_URL) return;
    const { prisma } = await database();
    expect(await prisma.$queryRaw`SELECT points FROM rate_limit WHERE key = ${`${share.name}:a`}`).toEqual([
      { points: 6 },
    ]);
  });

  it("goes on while the database is away", async () => {
    await closeDatabase();
    const kept = { url: process.env.DATABASE_URL, dir: process.env.DATA_DIR };
    process.env.DATABASE_URL = "postgresql://nobody@127.0.0.1:1/none";
    expect(await take({ name: `away${Date.now()}`, points: 1, seconds: 60 }, "a", 1)).toBeNull();
    if (kept.url === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = kept.url;
  });
});
