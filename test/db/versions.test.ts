import { describe, expect, it } from "vitest";
import { database } from "@/lib/db/client";
import { IdempotencyMismatch, NoSuchPlan, VersionConflict } from "@/lib/db/errors";
import { deleteScenario, purgeScenarios, restoreScenario, setSettings } from "@/lib/db/lifetime";
import { addLink, listLinks, MOST_LINKS, revokeLink } from "@/lib/db/links";
import { type CreatedScenario, createScenario, readScenario } from "@/lib/db/scenarios";
import { appendVersion, listVersions } from "@/lib/db/versions";
import { describeDatabases } from "./databases";

const plan = (name: string, count = 0) => ({
  name,
  state: { v: 3, count },
  result: { options: [count] },
  engineVersion: "1.0.0",
  catalogVersion: "abc",
});
const DAY = 86_400_000;

/** Every change that a key allows. */
const CHANGES: Record<string, (viewId: string, key: string) => Promise<unknown>> = {
  "adding a version": (viewId, key) => appendVersion(viewId, key, 1, plan("other")),
  deleting: (viewId, key) => deleteScenario(viewId, key, 1),
  restoring: restoreScenario,
  "setting its expiry": (viewId, key) => setSettings(viewId, key, { expiresAt: new Date(Date.now() + DAY) }),
  "listing links": listLinks,
  "adding a link": (viewId, key) => addLink(viewId, key, { name: "x", expiresAt: null }),
  "revoking a link": (viewId, key) => revokeLink(viewId, key, viewId),
};

describeDatabases("saved plans", () => {
  describe("versions of a plan", () => {
    it("are added one after the other, and each stays as it was", async () => {
      const { viewId, editKey } = await createScenario(plan("one"));
      expect(await appendVersion(viewId, editKey, 1, plan("two", 2))).toBe(2);
      expect(await appendVersion(viewId, editKey, 2, plan("three", 3))).toBe(3);
      const listed = await listVersions(viewId);
      expect(listed?.map(({ version, name }) => [version, name])).toEqual([
        [3, "three"],
        [2, "two"],
        [1, "one"],
      ]);
      expect(await readScenario(viewId)).toMatchObject({ name: "three", version: 3, latestVersion: 3 });
      expect(await readScenario(viewId, 1)).toMatchObject({ ...plan("one"), version: 1, latestVersion: 3 });
      expect(listed?.[1]?.contentHash).toBe((await readScenario(viewId, 2))?.contentHash);
    });

    it("are refused when made from an older one, but for the very save whose answer was lost", async () => {
      const { viewId, editKey } = await createScenario(plan("one"));
      await appendVersion(viewId, editKey, 1, plan("mine"));
      expect(await appendVersion(viewId, editKey, 1, plan("mine"))).toBe(2);
      const late = appendVersion(viewId, editKey, 1, plan("theirs"));
      await expect(late).rejects.toMatchObject({ name: "VersionConflict", latestVersion: 2 });
      const ahead = appendVersion(viewId, editKey, 5, plan("ahead"));
      await expect(ahead).rejects.toMatchObject({
        name: "VersionConflict",
        latestVersion: 2,
        message: "The plan has version 2 by now.",
      });
      expect(await listVersions(viewId)).toHaveLength(2);
      expect(await listVersions("no id")).toBeNull();
    });

    it("lose nothing and skip no number when eight write at once", async () => {
      const { viewId, editKey } = await createScenario(plan("", 0));
      let conflicts = 0;
      const writer = async (_: unknown, id: number) => {
        for (;;) {
          const latest = (await readScenario(viewId))?.latestVersion ?? 0;
          try {
            return await appendVersion(viewId, editKey, latest, plan(`writer ${id}`, id));
          } catch (error) {
            if (!(error instanceof VersionConflict)) throw error;
            conflicts++;
          }
        }
      };
      const numbers = await Promise.all(Array.from({ length: 8 }, writer));
      expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 8 }, (_, index) => index + 2));
      const listed = await listVersions(viewId);
      expect(new Set(listed?.map(({ name }) => name)).size).toBe(9);
      expect(conflicts).toBeGreaterThan(0);
    });
  });

  describe("the key of a plan", () => {
    it.each(Object.entries(CHANGES))(
      "is asked for by %s, and every other key gets the same no",
      async (_, change) => {
        const mine = await createScenario(plan("mine"));
        const other = await createScenario(plan("other"));
        const link = await addLink(mine.viewId, mine.editKey, { name: "", expiresAt: null });
        const wrong: [string, string][] = [
          [mine.viewId, ""],
          [mine.viewId, "A".repeat(43)],
          [mine.viewId, other.editKey],
          [mine.viewId, mine.viewId],
          [mine.viewId, `${mine.editKey}\0`],
          [mine.viewId, mine.editKey.slice(0, 42)],
          [link.linkId, mine.editKey],
          ["A".repeat(22), mine.editKey],
          ["'; drop", mine.editKey],
        ];
        for (const [viewId, key] of wrong) {
          const refused = await change(viewId, key).then(
            () => "done",
            (error: Error) => error,
          );
          expect(refused, `${viewId} ${key}`).toBeInstanceOf(NoSuchPlan);
        }
        expect(await readScenario(mine.viewId)).toMatchObject({ version: 1, name: "mine" });
        expect(await listLinks(mine.viewId, mine.editKey)).toHaveLength(2);
      },
    );
  });

  describe("a link to a plan", () => {
    it("opens it until it is revoked or has expired, and the others go on", async () => {
      const { viewId, editKey } = await createScenario(plan("shared"));
      const forever = await addLink(viewId, editKey, { name: "board", expiresAt: null });
      const brief = await addLink(viewId, editKey, {
        name: "visitor",
        expiresAt: new Date(Date.now() + DAY),
      });
      for (const id of [viewId, forever.linkId, brief.linkId])
        expect(await readScenario(id), id).toMatchObject({ name: "shared", viewId: id });
      await revokeLink(viewId, editKey, viewId);
      await revokeLink(viewId, editKey, forever.linkId);
      const ended = await listLinks(viewId, editKey);
      for (const id of [viewId, forever.linkId]) await revokeLink(viewId, editKey, id);
      expect(await listLinks(viewId, editKey)).toEqual(ended);
      for (const id of [viewId, forever.linkId]) {
        expect(await readScenario(id), id).toBeNull();
        expect(await listVersions(id), id).toBeNull();
      }
      expect(await readScenario(brief.linkId)).toMatchObject({ name: "shared" });
      const { prisma } = await database();
      const past = new Date(Date.now() - 1000);
      await prisma.viewLink.update({ where: { linkId: brief.linkId }, data: { expiresAt: past } });
      expect(await readScenario(brief.linkId)).toBeNull();
      const listed = await listLinks(viewId, editKey);
      expect(listed.map(({ name, revokedAt }) => [name, revokedAt !== null])).toEqual([
        ["", true],
        ["board", true],
        ["visitor", false],
      ]);
      const other = await createScenario(plan("other"));
      await expect(revokeLink(other.viewId, other.editKey, brief.linkId)).rejects.toThrow(NoSuchPlan);
    });

    it("is one of a hundred at most", async () => {
      const { viewId, editKey } = await createScenario(plan("many"));
      const { prisma } = await database();
      const data = Array.from({ length: MOST_LINKS }, (_, i) => ({
        linkId: `${viewId}${i}`,
        viewId,
        name: "",
      }));
      await prisma.viewLink.createMany({ data });
      const more = addLink(viewId, editKey, { name: "", expiresAt: null });
      await expect(more).rejects.toMatchObject({ name: "TooMany", message: "A plan has at most 100 links." });
      for (const name of ["a\0", "\ud800"])
        await expect(addLink(viewId, editKey, { name, expiresAt: null })).rejects.toMatchObject({
          field: "name",
        });
    });
  });

  describe("the life of a plan", () => {
    it("ends for readers with its deletion, and can be begun again for seven days", async () => {
      const { viewId, editKey } = await createScenario(plan("kept"));
      const { linkId } = await addLink(viewId, editKey, { name: "", expiresAt: null });
      await expect(deleteScenario(viewId, editKey, 2)).rejects.toMatchObject({ latestVersion: 1 });
      const until = await deleteScenario(viewId, editKey, 1);
      expect((until.getTime() - Date.now()) / DAY).toBeCloseTo(7, 2);
      for (const id of [viewId, linkId]) expect(await readScenario(id)).toBeNull();
      await expect(appendVersion(viewId, editKey, 1, plan("x"))).rejects.toThrow(NoSuchPlan);
      expect(await purgeScenarios()).toBe(0);
      expect(await restoreScenario(viewId, editKey)).toBe(1);
      expect(await readScenario(linkId)).toMatchObject({ name: "kept" });
      await expect(restoreScenario(viewId, editKey)).rejects.toThrow(NoSuchPlan);
    });

    it("is removed with all that belongs to it seven days after it was deleted or has expired, and none other", async () => {
      const { prisma } = await database();
      const age = async (made: CreatedScenario, data: { deletedAt?: Date; expiresAt?: Date }) => {
        await prisma.scenario.update({ where: { viewId: made.viewId }, data });
        return made;
      };
      const ago = (days: number) => new Date(Date.now() - days * DAY);
      const gone = [
        await age(await createScenario(plan("deleted")), { deletedAt: ago(8) }),
        await age(await createScenario(plan("expired")), { expiresAt: ago(8) }),
      ];
      const kept = [
        await age(await createScenario(plan("just deleted")), { deletedAt: ago(6) }),
        await age(await createScenario(plan("just expired")), { expiresAt: ago(6) }),
        await createScenario(plan("alive")),
      ];
      await expect(restoreScenario(gone[0]?.viewId ?? "", gone[0]?.editKey ?? "")).rejects.toThrow(
        NoSuchPlan,
      );
      const ids = (made: CreatedScenario[]) => ({ viewId: { in: made.map(({ viewId }) => viewId) } });
      await expect(prisma.scenarioVersion.deleteMany({ where: ids(kept) })).rejects.toThrow(/not allowed/);
      expect(await purgeScenarios()).toBe(2);
      expect(await prisma.scenarioVersion.count({ where: ids(gone) })).toBe(0);
      expect(await prisma.scenario.count({ where: ids(gone) })).toBe(0);
      expect(await prisma.scenarioVersion.count({ where: ids(kept) })).toBe(3);
    });

    it("is as long as its owner says", async () => {
      const { viewId, editKey } = await createScenario(plan("brief"));
      const expiresAt = new Date(Date.now() + 3 * DAY);
      const embedOrigins = ["https://wiki.example"];
      expect(await setSettings(viewId, editKey, { embedOrigins })).toMatchObject({ embedOrigins });
      expect(await setSettings(viewId, editKey, { expiresAt })).toEqual({ expiresAt, embedOrigins });
      expect(await readScenario(viewId)).toMatchObject({ expiresAt, embedOrigins });
      expect(await setSettings(viewId, editKey, {})).toEqual({ expiresAt, embedOrigins });
    });
  });

  describe("a request that is repeated", () => {
    it("makes one plan, whether one after the other or at once, and never another's", async () => {
      const key = (await createScenario(plan("key"))).editKey;
      const twice = { editKey: key, idempotencyKey: "save-1" };
      const first = await createScenario(plan("once"), twice);
      const again = await Promise.all(Array.from({ length: 5 }, () => createScenario(plan("once"), twice)));
      expect(new Set(again.map(({ viewId }) => viewId))).toEqual(new Set([first.viewId]));
      const atOnce = { editKey: key, idempotencyKey: "save-2" };
      const racing = await Promise.all(
        Array.from({ length: 5 }, () => createScenario(plan("raced"), atOnce)),
      );
      expect(new Set(racing.map(({ viewId }) => viewId)).size).toBe(1);
      await expect(createScenario(plan("another"), twice)).rejects.toThrow(IdempotencyMismatch);
      const { viewId } = await createScenario(plan("once"), { idempotencyKey: "save-1" });
      expect(viewId).not.toBe(first.viewId);
      const { prisma } = await database();
      expect(await prisma.scenarioVersion.count({ where: { name: "raced" } })).toBe(1);
    });
  });
});
