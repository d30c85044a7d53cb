import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { canonicalJson } from "@/lib/db/canonical-json";
import { PAUSE_MS } from "@/lib/db/circuit-breaker";
import { closeDatabase, database, RETRY_AFTER_S, withDeadline } from "@/lib/db/client";
import { hashOfKey, isEditKey, isViewId, newEditKey, newViewId, opens } from "@/lib/db/edit-key";
import * as errors from "@/lib/db/errors";
import { ensureRoom } from "@/lib/db/free-space";
import { answer } from "@/lib/db/in-time";
import { databaseLocation } from "@/lib/db/location.mjs";
import { SILENCE_MS } from "@/lib/db/probe";
import { alive } from "@/lib/db/readable";

describe("ids and keys", () => {
  it("are what they are taken for, and nothing longer, shorter or other", () => {
    for (let n = 0; n < 20; n++) {
      expect(isViewId(newViewId())).toBe(true);
      expect(isEditKey(newEditKey())).toBe(true);
    }
    const id = "A".repeat(22);
    const key = "B".repeat(42);
    expect([id, `${id}A`, id.slice(1), ` ${id.slice(1)}`, `${id}\n`, `x\n${id}`].map(isViewId)).toEqual([
      true,
      ...Array(5).fill(false),
    ]);
    expect([`${key}A`, `${key}8`, `${key}B`, `${key}AA`, key, `${key.slice(1)}+A`].map(isEditKey)).toEqual([
      true,
      true,
      ...Array(4).fill(false),
    ]);
  });

  it("open what was closed with them, and nothing else", () => {
    const key = newEditKey();
    expect(hashOfKey(key)).toHaveLength(32);
    expect(opens(key, hashOfKey(key))).toBe(true);
    expect(opens(newEditKey(), hashOfKey(key))).toBe(false);
    expect(opens(key, hashOfKey(key).subarray(1))).toBe(false);
    expect(opens(key, new Uint8Array())).toBe(false);
  });
});

describe("what the database fails with", () => {
  it("says in words what a person can do with it", () => {
    expect([
      new errors.DatabaseUnavailable("gone").message,
      new errors.OutcomeUnknown("gone").message,
      new errors.DatabaseLost("no word").message,
      new errors.UnstorableText("name").message,
      new errors.NoSuchPlan().message,
      new errors.VersionConflict(7).message,
    ]).toEqual([
      "The database cannot be reached at the moment.",
      "It is not known whether it was saved: the database did not answer.",
      "The embedded database ended: no word",
      "name: holds a character that cannot be stored (NUL or half of a surrogate pair).",
      "There is no such plan",
      "The plan has version 7 by now.",
    ]);
    const full = new errors.DiskFull("/x", 1_999_999, 64e6);
    expect(full.message).toBe("The disk that holds /x is full: 1 MB are free, 64 are needed.");
    expect(full.cause).toBe(full.message);
    expect(new errors.DatabaseUnavailable("gone").cause).toBe("gone");
    expect(new errors.UnstorableText("name").field).toBe("name");
    expect(new errors.VersionConflict(7).latestVersion).toBe(7);
  });

  it("goes by its own name and its parents'", () => {
    for (const [name, error, parents] of [
      ["NoSuchPlan", new errors.NoSuchPlan(), []],
      ["VersionConflict", new errors.VersionConflict(1), []],
      ["IdempotencyMismatch", new errors.IdempotencyMismatch("x"), []],
      ["TooMany", new errors.TooMany("x"), []],
      ["OutcomeUnknown", new errors.OutcomeUnknown("x"), ["DatabaseUnavailable"]],
    ] as const) {
      expect(error.name).toBe(name);
      const kinds = Object.entries(errors).filter(([, kind]) => error instanceof kind);
      expect(kinds.map(([kind]) => kind).sort()).toEqual([name, ...parents].sort());
    }
  });
});

describe("a wait", () => {
  it("ends with the work, or with its own end", async () => {
    await expect(withDeadline(Promise.resolve(3), 1000)).resolves.toBe(3);
    await expect(withDeadline(Promise.reject(new TypeError("own")), 1000)).rejects.toThrow("own");
    const late = await withDeadline(wait(5000, 1, { ref: false }), 20).catch((error: unknown) => error);
    expect(late).toBeInstanceOf(errors.DatabaseUnavailable);
    expect((late as Error).cause).toBe("no answer in 20 ms");
  });

  it("is said to who is refused: until a probe has been made anew, in whole seconds", () => {
    expect(RETRY_AFTER_S * 1000).toBeGreaterThanOrEqual(SILENCE_MS + PAUSE_MS);
    expect((RETRY_AFTER_S - 1) * 1000).toBeLessThan(SILENCE_MS + PAUSE_MS);
  });

  it("leaves no timer behind", async () => {
    vi.useFakeTimers();
    try {
      await withDeadline(Promise.resolve(1), 1000);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("an answer", () => {
  const failing = async (error: unknown) => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    try {
      const thrown = await answer(() => Promise.reject(error)).catch((reason: unknown) => reason);
      return { thrown, said: said.mock.calls.map(String) };
    } finally {
      said.mockRestore();
    }
  };

  it("of an outage is that the database is away; its reason is for who runs the server, in one line", async () => {
    const outage = Object.assign(new Error("excerpt\nof code\n\n  Cannot reach it  \n"), {
      code: "ECONNREFUSED",
    });
    const { thrown, said } = await failing(outage);
    expect(thrown).toBeInstanceOf(errors.DatabaseUnavailable);
    expect((thrown as Error).cause).toBe(outage);
    expect(said).toEqual(["database:   Cannot reach it"]);
    const nameless = await failing(Object.assign(new Error(""), { code: "EPIPE", name: "SystemError" }));
    expect(nameless.said).toEqual(["database: SystemError"]);
  });

  it("of a damaged folder likewise, and of anything else the error itself", async () => {
    const damaged = Object.assign(new Error("does not open"), { name: "FolderDamaged" });
    expect((await failing(damaged)).thrown).toBeInstanceOf(errors.DatabaseUnavailable);
    const own = new TypeError("own");
    expect(await failing(own)).toEqual({ thrown: own, said: [] });
    expect(await failing("text")).toEqual({ thrown: "text", said: [] });
    const unavailable = new errors.DatabaseUnavailable("the caller has gone");
    expect(await failing(unavailable)).toEqual({
      thrown: unavailable,
      said: ["database: the caller has gone"],
    });
    await expect(answer(async () => 4)).resolves.toBe(4);
  });
});

it("room is asked of the disk that a folder lies on", async () => {
  await expect(ensureRoom(".")).resolves.toBeUndefined();
  await expect(ensureRoom("/no/such/folder")).rejects.toThrow("ENOENT");
});

it("a plan is alive until it is deleted or its time has come", () => {
  const now = new Date();
  expect(alive(now)).toEqual({ deletedAt: null, expiresAt: { gt: now } });
});

it("the database is not opened while pages are built, and a failed opening is forgotten", async () => {
  await closeDatabase();
  process.env.NEXT_PHASE = "phase-production-build";
  try {
    const first = database();
    expect(database()).toBe(first);
    await expect(first).rejects.toThrow("The database must not be opened while the pages are built.");
    expect(database()).not.toBe(first);
    await expect(database()).rejects.toThrow("must not be opened");
  } finally {
    delete process.env.NEXT_PHASE;
  }
});

it("the folder and the server are read from the environment as it is", () => {
  expect(databaseLocation({ DATA_DIR: "" })).toEqual({ kind: "embedded", dataDir: ".data" });
  expect(databaseLocation({ DATABASE_URL: "postgresql://h/d", DATABASE_POOL_SIZE: "1" })).toMatchObject({
    poolSize: 1,
  });
  expect(databaseLocation({ DATABASE_URL: "postgresql://h/d", DATABASE_POOL_SIZE: "500" })).toMatchObject({
    poolSize: 500,
  });
  expect(() => databaseLocation({ DATABASE_URL: "x-postgres://h/d" })).toThrow(
    "DATABASE_URL must begin with postgresql:// (or be unset for the embedded database).",
  );
  expect(() => databaseLocation({ DATABASE_URL: "postgres://h:port/d" })).toThrow(
    "DATABASE_URL cannot be read. Its form is postgresql://user:password@host:5432/database; in a password, letters such as / # ? @ % are written as %2F %23 %3F %40 %25.",
  );
});

it("a saved text is the same however its members are ordered, wherever they lie", () => {
  expect(
    canonicalJson({ b: [1, { d: "\u2028", c: null }], a: Object.assign(Object.create(null), { z: true }) }),
  ).toBe('{"a":{"z":true},"b":[1,{"c":null,"d":"\u2028"}]}');
  expect(() => canonicalJson({ a: { b: [0, { c: -Infinity }] } })).toThrow(
    "$.a.b[1].c cannot be written as JSON: -Infinity",
  );
  expect(() => canonicalJson(undefined)).toThrow("$ cannot be written as JSON: undefined");
});
