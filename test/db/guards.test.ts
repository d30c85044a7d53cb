import { afterEach, describe, expect, it, vi } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import { hashOfKey, newEditKey, newViewId } from "@/lib/db/edit-key";
import { NoSuchPlan } from "@/lib/db/errors";
import type { Prisma } from "@/lib/db/generated/client";
import { openDatabaseAtStart } from "@/lib/db/open-at-start";
import { DAY_MS, goneSince, UNDO_DAYS, writableScenario } from "@/lib/db/writable";

const key = newEditKey();
const id = newViewId();
const plan = { viewId: id, editKeyHash: hashOfKey(key) };

describe("the guard before every change", () => {
  /** A database with one plan in it, and what it was asked for. */
  function asked(found: object | null) {
    const wheres: unknown[] = [];
    const findUnique = async ({ where }: { where: unknown }) => {
      wheres.push(where);
      return found;
    };
    return { wheres, transaction: { scenario: { findUnique } } as unknown as Prisma.TransactionClient };
  }

  it("lets the plan's own key in, and asks for plans that are alive", async () => {
    const { wheres, transaction } = asked(plan);
    expect(await writableScenario(transaction, id, key)).toBe(plan);
    expect(wheres).toEqual([{ viewId: id, deletedAt: null, expiresAt: { gt: expect.any(Date) } }]);
  });

  it("asks for plans that were deleted of late, where those are meant", async () => {
    const { wheres, transaction } = asked(plan);
    await writableScenario(transaction, id, key, { deleted: true });
    const [where] = wheres as { deletedAt: { gt: Date }; expiresAt: { gt: Date } }[];
    const days = (where?.expiresAt.gt.getTime() ?? 0) - (where?.deletedAt.gt.getTime() ?? 0);
    expect(days / DAY_MS).toBeCloseTo(UNDO_DAYS, 4);
    expect([UNDO_DAYS, DAY_MS]).toEqual([7, 24 * 3600 * 1000]);
    expect(goneSince(10 * DAY_MS)).toEqual(new Date(3 * DAY_MS));
  });

  it("asks nothing for what can be no id or no key, and says alike that there is no such plan", async () => {
    for (const [viewId, editKey] of [
      ["x", key],
      [id, "x"],
      ["x", "x"],
    ] as const) {
      const { wheres, transaction } = asked(plan);
      await expect(writableScenario(transaction, viewId, editKey)).rejects.toThrow(NoSuchPlan);
      expect(wheres).toEqual([]);
    }
    await expect(writableScenario(asked(null).transaction, id, key)).rejects.toThrow(NoSuchPlan);
    await expect(writableScenario(asked(plan).transaction, id, newEditKey())).rejects.toThrow(NoSuchPlan);
  });
});

describe("a database that does not open at the start", () => {
  afterEach(() => {
    vi.restoreAllMocks();
    delete process.env.DATABASE_URL;
    delete process.env.NEXT_PHASE;
  });
  const opened = async () => {
    await closeDatabase().catch(() => {});
    const exits: unknown[] = [];
    vi.spyOn(process, "exit").mockImplementation((code) => {
      exits.push(code);
      return undefined as never;
    });
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    openDatabaseAtStart();
    await vi.waitFor(() => expect(said).toHaveBeenCalled());
    await new Promise((resolve) => setTimeout(resolve, 10));
    return { exits, said: said.mock.calls.map(String) };
  };

  it("ends the program where only a person can mend it, with one line", async () => {
    process.env.NEXT_PHASE = "phase-production-build";
    expect(await opened()).toEqual({
      exits: [1],
      said: ["database: The database must not be opened while the pages are built."],
    });
  });

  it("is tried again later where a server is down", async () => {
    // Nothing listens on the discard port.
    process.env.DATABASE_URL = "postgresql://u:p@127.0.0.1:9/d";
    const { exits, said } = await opened();
    expect(exits).toEqual([]);
    expect(said.join()).toMatch(/^database: .*ECONNREFUSED/);
  });
});
