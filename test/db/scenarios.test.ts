import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { contentHash } from "@/lib/db/canonical-json";
import { DATABASE_DEADLINE_MS, database } from "@/lib/db/client";
import { DatabaseUnavailable, OutcomeUnknown, UnstorableText } from "@/lib/db/errors";
import type { Prisma } from "@/lib/db/generated/client";
import { checkDatabase, createScenario, readScenario } from "@/lib/db/scenarios";
import { describeDatabases } from "./databases";

const SCENARIO = {
  name: "Llama 3.1 70B on two racks – “draft” 🧮",
  state: { isl: 1000, osl: 500, hardware: [{ id: "h100-sxm", price: 2.49 }], note: "\0 and \ud800" },
  result: { costPerToken: 1.5e-7, tpot: 0.03, steps: [1, -0.5, 1e21, null, true] },
  engineVersion: "1.0.0",
  catalogVersion: "abc123",
};

describeDatabases("saved scenarios", () => {
  it("reads back exactly what was saved", async () => {
    const created = await createScenario(SCENARIO);
    expect(created.viewId).toMatch(/^[\w-]{22}$/);
    expect(Buffer.from(created.editKey, "base64url")).toHaveLength(32);
    const saved = await readScenario(created.viewId);
    expect(saved).toMatchObject({ ...SCENARIO, viewId: created.viewId, version: 1, latestVersion: 1 });
    expect(saved?.contentHash).toBe(contentHash(SCENARIO));
    expect(await readScenario(created.viewId, 1)).toEqual(saved);
    const life = Number(saved?.expiresAt) - Number(saved?.createdAt);
    expect(life / 86_400_000).toBeOneOf([365, 366]);
  });

  it("gives ids of 128 and keys of 256 random bits", async () => {
    const created: Awaited<ReturnType<typeof createScenario>>[] = [];
    while (created.length < 64) created.push(await createScenario(SCENARIO));
    for (const [kind, bits] of [
      ["viewId", 128],
      ["editKey", 256],
    ] as const) {
      const words = created.map((one) => Buffer.from(one[kind], "base64url"));
      expect(words.map((word) => word.length * 8)).toEqual(words.map(() => bits));
      // A bit that is the same in all of 64 is none that chance has set.
      for (let bit = 0; bit < bits; bit++) {
        const ones = words.filter((word) => ((word[bit >> 3] ?? 0) >> (bit & 7)) & 1).length;
        expect(ones, `${kind}, bit ${bit}`).toBeGreaterThan(0);
        expect(ones, `${kind}, bit ${bit}`).toBeLessThan(64);
      }
    }
  });

  it("stores only the hash of the edit key", async () => {
    const { viewId, editKey } = await createScenario(SCENARIO);
    const { prisma } = await database();
    const row = await prisma.scenario.findUniqueOrThrow({ where: { viewId }, include: { versions: true } });
    expect(Buffer.from(row.editKeyHash)).toEqual(createHash("sha256").update(editKey).digest());
    expect(JSON.stringify(row)).not.toContain(editKey);
  });

  it("answers null alike for ids and versions that do not exist", async () => {
    const { viewId } = await createScenario(SCENARIO);
    for (const id of ["A".repeat(22), "", "x", "../../etc", `${viewId.slice(0, 21)}\0`, `${viewId}A`]) {
      expect(await readScenario(id), id).toBeNull();
    }
    for (const version of [0, 2, -1, 1.5, Number.NaN, 2 ** 40]) {
      expect(await readScenario(viewId, version), String(version)).toBeNull();
    }
  });

  it("answers null for an expired and for a deleted scenario", async () => {
    const { prisma } = await database();
    const expired = await createScenario(SCENARIO);
    const past = new Date(Date.now() - 1000);
    await prisma.scenario.update({ where: { viewId: expired.viewId }, data: { expiresAt: past } });
    expect(await readScenario(expired.viewId)).toBeNull();
    const deleted = await createScenario(SCENARIO);
    await prisma.scenario.update({ where: { viewId: deleted.viewId }, data: { deletedAt: past } });
    expect(await readScenario(deleted.viewId)).toBeNull();
    expect(await readScenario(deleted.viewId, 1)).toBeNull();
  });

  it("reads the latest of several versions, or the one named", async () => {
    const { viewId } = await createScenario(SCENARIO);
    const { prisma } = await database();
    const { engineVersion, catalogVersion } = SCENARIO;
    const second = { name: "second", state: {}, result: {}, engineVersion, catalogVersion, contentHash: "-" };
    await prisma.scenarioVersion.create({ data: { viewId, number: 2, ...second } });
    await prisma.scenario.update({ where: { viewId }, data: { latestVersion: 2 } });
    expect(await readScenario(viewId)).toMatchObject({ name: "second", version: 2, latestVersion: 2 });
    expect(await readScenario(viewId, 1)).toMatchObject({
      name: SCENARIO.name,
      version: 1,
      latestVersion: 2,
    });
  });

  it("never lets a version be changed or removed", async () => {
    const { viewId } = await createScenario(SCENARIO);
    const { prisma } = await database();
    const where = { viewId };
    await expect(prisma.scenarioVersion.updateMany({ where, data: { name: "x" } })).rejects.toThrow(
      /not allowed/,
    );
    await expect(prisma.scenarioVersion.deleteMany({ where })).rejects.toThrow(/not allowed/);
    await expect(prisma.$executeRaw`TRUNCATE scenario_version`).rejects.toThrow(/not allowed/);
    expect(await readScenario(viewId)).toMatchObject({ name: SCENARIO.name });
  });

  it("keeps of fifty scenarios created at once every one that it acknowledged, and no other", async () => {
    const { prisma } = await database();
    const names = Array.from({ length: 50 }, (_, index) => `scenario ${index}`);
    const begun = Date.now();
    const tried = await Promise.allSettled(names.map((name) => createScenario({ ...SCENARIO, name })));
    const refused = tried.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
    // A machine that is too busy for fifty within the deadline says so of some; a quick one has no excuse.
    if (Date.now() - begun < DATABASE_DEADLINE_MS) expect(refused).toEqual([]);
    for (const reason of refused) expect(reason).toBeInstanceOf(DatabaseUnavailable);
    const kept = tried.map((each) => (each.status === "fulfilled" ? each.value.viewId : ""));
    expect(new Set(kept.filter(Boolean)).size).toBe(50 - refused.length);
    const rows = await prisma.scenarioVersion.findMany({ where: { name: { in: names } } });
    expect(rows.map(({ viewId }) => viewId)).toEqual(expect.arrayContaining(kept.filter(Boolean)));
    for (const { viewId, name } of rows) {
      const mine = tried[names.indexOf(name)];
      // Of a save whose commit was not answered it was said that it may be there.
      if (mine?.status === "rejected") expect(mine.reason).toBeInstanceOf(OutcomeUnknown);
      else expect(mine?.value.viewId).toBe(viewId);
    }
  });

  it("refuses what could not be read back as it was written, and saves nothing", async () => {
    const { prisma } = await database();
    const before = await prisma.scenario.count();
    for (const name of ["nul \0", "half \ud83e"]) {
      await expect(createScenario({ ...SCENARIO, name })).rejects.toThrow(UnstorableText);
    }
    await expect(createScenario({ ...SCENARIO, result: { cost: Number.NaN } })).rejects.toThrow(/\$\.cost/);
    expect(await prisma.scenario.count()).toBe(before);
  });

  it("answers in time while a transaction holds all up, and does not save afterwards what it gave up", async () => {
    const { prisma } = await database();
    const name = `late ${Date.now()}`;
    let fates: PromiseSettledResult<unknown>[] = [];
    let waited = 0;
    const hold = async (transaction: Prisma.TransactionClient) => {
      await transaction.$executeRaw`LOCK TABLE scenario IN ACCESS EXCLUSIVE MODE`;
      const begun = Date.now();
      const asked = [createScenario({ ...SCENARIO, name }), readScenario("A".repeat(22))];
      fates = await Promise.allSettled(asked);
      waited = Date.now() - begun;
      await wait(500);
    };
    await prisma.$transaction(hold, { timeout: 10_000 });
    for (const fate of fates) expect(fate).toMatchObject({ reason: { name: "DatabaseUnavailable" } });
    expect(waited).toBeLessThan(3000);
    // What was given up is done with before the next is answered.
    await createScenario(SCENARIO);
    expect(await prisma.scenarioVersion.count({ where: { name } })).toBe(0);
  });

  it("says that it is ready", async () => {
    expect((await checkDatabase()).kind).toBe(process.env.DATABASE_URL ? "postgresql" : "embedded");
  });
});
