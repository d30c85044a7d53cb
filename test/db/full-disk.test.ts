import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDatabase, database } from "@/lib/db/client";
import { DatabaseUnavailable, DiskFull } from "@/lib/db/errors";
import { unlockFolder } from "@/lib/db/folder-lock.mjs";
import type { PrismaClient } from "@/lib/db/generated/client";
import { isOutage } from "@/lib/db/outage";
import { createScenario, readScenario } from "@/lib/db/scenarios";
import { folderWithDatabase, temporaryFolder, warmDatabase } from "./databases";

const SCENARIO = { name: "x", state: {}, result: {}, engineVersion: "1", catalogVersion: "1" };

const disk = temporaryFolder();
// Only root may mount; elsewhere these are shown as skipped.
const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=200m", "tmpfs", disk]).status === 0;

beforeAll(() => {
  delete process.env.DATABASE_URL;
});
afterAll(async () => {
  await closeDatabase();
  delete process.env.DATA_DIR;
  if (mounted) spawnSync("umount", [disk]);
  rmSync(disk, { recursive: true });
});

/** Takes all room but so many megabytes. */
function leave(megabytes: number): void {
  rmSync(join(disk, "filler"), { force: true });
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, "filler"), Buffer.alloc(Math.max(0, bavail * bsize - megabytes * 1e6)));
}

describe.skipIf(!mounted)("on a full disk", () => {
  it("makes no database, and says how much room one needs", async () => {
    leave(40);
    process.env.DATA_DIR = join(disk, "new");
    await expect(database()).rejects.toThrow(/has 40 MB free; a new database needs 64 MB\. Make room/);
    await unlockFolder(process.env.DATA_DIR);
    rmSync(join(disk, "filler"));
  });

  it("refuses to save while there is room left to recover, reads on, and saves again once there is more", async () => {
    process.env.DATA_DIR = join(disk, "data");
    const made = await folderWithDatabase();
    cpSync(made, process.env.DATA_DIR, { recursive: true });
    rmSync(made, { recursive: true });
    await warmDatabase();
    const { viewId } = await createScenario(SCENARIO);
    leave(50);
    const refused = await createScenario(SCENARIO).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(DiskFull);
    expect(String(refused)).toMatch(/is full: \d+ MB are free, 64 are needed/);
    expect(await readScenario(viewId)).toMatchObject(SCENARIO);
    rmSync(join(disk, "filler"));
    await createScenario(SCENARIO);
  });

  it.each([
    // Tables can grow a little, but the log cannot have its next file: PostgreSQL gives up altogether.
    [
      "the log",
      12,
      (prisma: PrismaClient) =>
        prisma.$executeRaw`SELECT pg_logical_emit_message(true, 'x', repeat('x', 1000000))`,
    ],
    // The table cannot grow: one statement fails.
    ["a table", 0, (prisma: PrismaClient) => prisma.scenario.create({ data: row(randomBytes(16)) })],
  ])("goes on when the disk fills up while %s is written, and loses nothing", async (_, megabytes, write) => {
    const before = await createScenario(SCENARIO);
    const { prisma } = await database();
    const inside = row(randomBytes(16));
    await prisma.scenario.create({ data: inside });
    leave(megabytes);
    const pause = longestPause();
    // Past the watch on free space, as many writes at once would get.
    let reason: unknown = null;
    while (reason === null)
      reason = await write(prisma).then(
        () => null,
        (error: unknown) => error,
      );
    expect(isOutage(reason), String(reason)).toBe(true);
    await expect(createScenario(SCENARIO)).rejects.toThrow(DatabaseUnavailable);
    // Everything else that this process serves goes on meanwhile.
    expect(pause()).toBeLessThan(1500);

    rmSync(join(disk, "filler"));
    await warmDatabase();
    const after = await createScenario(SCENARIO);
    for (const { viewId } of [before, inside, after]) {
      expect(await readScenario(viewId)).toMatchObject({ name: "x", state: {} });
    }
  });
});

function row(id: Buffer) {
  // Random bytes, so that they cannot be made small.
  const version = { ...SCENARIO, result: randomBytes(300_000).toString("hex"), number: 1, contentHash: "-" };
  const viewId = id.toString("base64url");
  const versions = { create: { ...version } };
  return {
    viewId,
    editKeyHash: Buffer.alloc(32),
    expiresAt: new Date("2999-01-01"),
    latestVersion: 1,
    versions,
  };
}

/** Begins to watch; the function gives the longest time in ms in which this process did nothing else. */
function longestPause(): () => number {
  let [longest, last] = [0, performance.now()];
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 10);
  return () => {
    clearInterval(beat);
    return longest;
  };
}
