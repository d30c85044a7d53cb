import { afterEach, describe, expect, it, vi } from "vitest";
import { hashOfKey, newEditKey, newViewId } from "@/lib/db/edit-key";
import { IdempotencyMismatch, OutcomeUnknown, TooMany } from "@/lib/db/errors";
import { addLink, MOST_LINKS } from "@/lib/db/links";
import { createScenario } from "@/lib/db/scenarios";

const SCENARIO = { name: "x", state: { a: 1, b: [2] }, result: {}, engineVersion: "1", catalogVersion: "1" };
const shared = globalThis as { inferencePlannerDatabase?: Promise<unknown> };
afterEach(() => {
  delete shared.inferencePlannerDatabase;
});

/** A database that answers with what is given, and what it was asked for. */
function answering(answers: Record<string, (asked: Record<string, unknown>) => unknown>) {
  const asked: Record<string, Record<string, unknown>> = {};
  const table = (name: string) =>
    new Proxy(
      {},
      {
        get: (_, method: string) => async (query: Record<string, unknown>) => {
          asked[`${name}.${method}`] = query;
          return answers[`${name}.${method}`]?.(query);
        },
      },
    );
  const prisma = {
    scenario: table("scenario"),
    viewLink: table("viewLink"),
    $transaction: (work: (transaction: unknown) => unknown) => work(prisma),
  };
  shared.inferencePlannerDatabase = Promise.resolve({ kind: "embedded", prisma, ensureRoom: async () => {} });
  return asked;
}
const taken = () => {
  throw Object.assign(new Error("taken"), { code: "P2002" });
};

describe("a plan that is saved again with the same keys", () => {
  const editKey = newEditKey();
  const keys = { editKey, idempotencyKey: "once" };
  const creationHash = hashOfKey(`once\n${editKey}`);
  const madeAs = (change: object) =>
    answering({
      "scenario.create": taken,
      "scenario.findUnique": () => ({ viewId: "made before", versions: [{ ...SCENARIO, ...change }] }),
    });

  it("is the one that was made before, however its members are ordered", async () => {
    const asked = madeAs({ state: { b: [2], a: 1 } });
    expect(await createScenario(SCENARIO, keys)).toEqual({ viewId: "made before", editKey, version: 1 });
    expect(asked["scenario.findUnique"]).toEqual({
      where: { creationHash },
      include: { versions: { where: { number: 1 } } },
    });
    expect(asked["scenario.create"]?.data).toMatchObject({
      creationHash,
      editKeyHash: hashOfKey(editKey),
      latestVersion: 1,
    });
  });

  it("is refused where the keys made another, or none that is left", async () => {
    for (const change of [{ name: "y" }, { state: { a: 2, b: [2] } }, { state: {} }]) {
      madeAs(change);
      await expect(createScenario(SCENARIO, keys)).rejects.toThrow(IdempotencyMismatch);
    }
    for (const found of [null, { viewId: "v", versions: [] }]) {
      answering({ "scenario.create": taken, "scenario.findUnique": () => found });
      await expect(createScenario(SCENARIO, keys)).rejects.toThrow(
        "The Idempotency-Key was used for another plan.",
      );
    }
  });

  it("is not said to be unsaved where the database goes away before it is found", async () => {
    const gone = () => {
      throw Object.assign(new Error("gone"), { code: "ECONNRESET" });
    };
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    answering({ "scenario.create": taken, "scenario.findUnique": gone });
    await expect(createScenario(SCENARIO, keys)).rejects.toThrow(OutcomeUnknown);
    said.mockRestore();
  });

  it("is made where it was not there, with a key of its own where none is brought", async () => {
    const asked = answering({ "scenario.create": () => ({}) });
    const { viewId, editKey: own, version } = await createScenario(SCENARIO);
    const data = asked["scenario.create"]?.data as Record<string, unknown>;
    expect(data).toMatchObject({ viewId, editKeyHash: hashOfKey(own) });
    expect(data).not.toHaveProperty("creationHash");
    expect(version).toBe(1);
    expect(await createScenario(SCENARIO, keys)).toMatchObject({ editKey, version: 1 });
  });

  it("fails as the database does for any other reason", async () => {
    answering({ "scenario.create": taken });
    await expect(createScenario(SCENARIO)).rejects.toThrow("taken");
    answering({
      "scenario.create": () => {
        throw Object.assign(new Error("other"), { code: "P2003" });
      },
    });
    await expect(createScenario(SCENARIO, keys)).rejects.toThrow("other");
  });
});

it("a plan has a hundred links, and is told so", async () => {
  const key = newEditKey();
  const id = newViewId();
  const plan = () => ({ viewId: id, editKeyHash: hashOfKey(key) });
  const link = { name: "n", expiresAt: null };
  const asked = answering({
    "scenario.findUnique": plan,
    "viewLink.count": () => MOST_LINKS - 1,
    "viewLink.create": () => "made",
  });
  expect(await addLink(id, key, link)).toBe("made");
  expect(asked["viewLink.create"]).toMatchObject({ data: { viewId: id, ...link }, omit: { viewId: true } });
  answering({ "scenario.findUnique": plan, "viewLink.count": () => MOST_LINKS });
  const refusal = await addLink(id, key, link).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(TooMany);
  expect((refusal as Error).message).toBe("A plan has at most 100 links.");
  await expect(addLink(id, key, { ...link, name: "\u0000" })).rejects.toThrow("name: holds a character");
});
